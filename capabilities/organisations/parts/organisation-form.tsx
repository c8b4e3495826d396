import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { CheckboxGroup } from '#ui/checkbox-group.tsx'
import { Combobox } from '#ui/combobox.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Select } from '#ui/select.tsx'
import { TagInput } from '#ui/tag-input.tsx'
import { splitTags } from '#ui/tag-text.ts'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { Refused } from '#web/form.ts'
import { countriesForForms, countryName } from '../../vocabularies/countries.ts'
import { ecosystemIds } from '../../vocabularies/ecosystems.ts'
import { languageName, languagesForForms } from '../../vocabularies/languages.ts'
import { organisationTypeIds } from '../../vocabularies/organisation-types.ts'
import { roleTagIds } from '../../vocabularies/role-tags.ts'
import { sizeIds } from '../../vocabularies/sizes.ts'
import type { OrganisationView } from '../schema.ts'
import { SmeEvidenceFields, within } from './sme-evidence-fields.tsx'

interface Props {
  /** What there is already; absent for a new one. */
  organisation?: OrganisationView
  refused?: Refused | undefined
  cancelTo: string
}

/** All that is known of an organisation, as a form: first what is needed, then what helps to be found. */
export function OrganisationForm({ organisation: known, refused, cancelTo }: Props) {
  const { t, i18n } = useTranslation('organisations')
  const { t: v } = useTranslation('vocabularies')
  const pending = useNavigation().state !== 'idle'
  const errors = refused?.problem.errors
  const was = (name: keyof OrganisationView) => {
    const value = refused ? refused.values[name] : known?.[name]
    return value === null || value === undefined ? '' : String(value)
  }
  const list = (name: keyof OrganisationView): string[] => {
    const value = refused ? refused.values[name] : known?.[name]
    return Array.isArray(value) ? value.map(String) : value ? [String(value)] : []
  }
  const field = (name: keyof OrganisationView) => ({
    name,
    label: t(`field.${name}`),
    defaultValue: was(name),
    error: errors?.[name],
  })
  const { europe, elsewhere } = countriesForForms(i18n.language)
  const countries = [...europe, ...elsewhere].map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={errors} />
      {known && <input type="hidden" name="version" value={known.version} />}
      <TextInput {...field('displayName')} hint={t('hint.displayName')} required autoComplete="organization" />
      <TextInput {...field('legalName')} hint={t('hint.legalName')} required />
      <Combobox {...field('country')} options={countries} required />
      <TextInput {...field('city')} />
      <Select
        {...field('organisationType')}
        hint={t('hint.organisationType')}
        required
        options={organisationTypeIds.map((value) => ({ value, label: v(`organisationType.${value}`) }))}
      />
      <CheckboxGroup
        name="roleTags"
        label={t('field.roleTags')}
        hint={t('hint.roleTags')}
        error={errors?.roleTags}
        columns
        defaultValue={list('roleTags')}
        options={roleTagIds.map((value) => ({ value, label: v(`roleTag.${value}`) }))}
      />
      <TextArea {...field('summary')} hint={t('hint.summary')} limit={3000} rows={6} />
      <Select
        {...field('language')}
        defaultValue={was('language') || i18n.resolvedLanguage}
        options={languagesForForms(i18n.language).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TagInput
        name="competences"
        label={t('field.competences')}
        hint={t('hint.competences')}
        error={errors?.competences}
        defaultValue={splitTags(list('competences').join(','))}
      />
      <TextInput {...field('website')} type="url" placeholder="https://" />
      <Disclosure summary={t('form.more')} open={known !== undefined || errors !== undefined}>
        <div className="e-form">
          <TagInput
            name="services"
            label={t('field.services')}
            error={errors?.services}
            defaultValue={splitTags(list('services').join(','))}
          />
          <TagInput
            name="otherNames"
            label={t('field.otherNames')}
            hint={t('hint.otherNames')}
            error={errors?.otherNames}
            defaultValue={splitTags(list('otherNames').join(','))}
          />
          <CheckboxGroup
            name="ecosystems"
            label={t('field.ecosystems')}
            error={errors?.ecosystems}
            columns
            defaultValue={list('ecosystems')}
            options={ecosystemIds.map((value) => ({ value, label: v(`ecosystem.${value}`) }))}
          />
          <Select
            {...field('size')}
            options={[
              { value: '', label: t('form.unsaid') },
              ...sizeIds.map((value) => ({ value, label: v(`size.${value}`) })),
            ]}
          />
          <TextInput {...field('staff')} inputMode="numeric" />
          <TextInput {...field('foundedYear')} inputMode="numeric" />
          <TextInput {...field('address')} />
          <TextInput {...field('nuts')} hint={t('hint.nuts')} />
          <TextInput {...field('latitude')} hint={t('hint.latitude')} inputMode="decimal" />
          <TextInput {...field('longitude')} inputMode="decimal" />
          <TextInput {...field('pic')} hint={t('hint.pic')} inputMode="numeric" />
          <TextInput {...field('oid')} />
          <TextInput {...field('erasmusCode')} />
          <TextInput {...field('ror')} />
          <TextInput {...field('vat')} />
          <TextInput {...field('contactEmail')} hint={t('hint.contactEmail')} type="email" />
          <TagInput
            name="emailDomains"
            label={t('field.emailDomains')}
            hint={t('hint.emailDomains')}
            error={within(errors, 'emailDomains')}
            defaultValue={splitTags(list('emailDomains').join(','))}
          />
          <TagInput
            name="languages"
            label={t('field.languages')}
            hint={t('hint.languages')}
            error={within(errors, 'languages')}
            suggestions={languagesForForms(i18n.language).map(({ name }) => name)}
            defaultValue={splitTags(list('languages').join(',')).map((code) => languageName(code, i18n.language))}
          />
          <TagInput
            name="targetCountries"
            label={t('field.targetCountries')}
            hint={t('hint.targetCountries')}
            error={within(errors, 'targetCountries')}
            suggestions={countries.map(({ label }) => label)}
            defaultValue={splitTags(list('targetCountries').join(',')).map((code) => countryName(code, i18n.language))}
          />
          <SmeEvidenceFields organisation={known} refused={refused} />
        </div>
      </Disclosure>
      <FormActions note={known ? undefined : t('form.next')}>
        <Button kind="primary" type="submit" pending={pending}>
          {known ? t('form.save') : t('form.add')}
        </Button>
        <LinkButton kind="quiet" to={cancelTo}>
          {t('form.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

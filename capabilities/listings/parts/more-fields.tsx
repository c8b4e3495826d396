import { useTranslation } from 'react-i18next'
import { Checkbox } from '#ui/checkbox.tsx'
import { CheckboxGroup } from '#ui/checkbox-group.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { TagInput } from '#ui/tag-input.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { cooperationTypeIds } from '../../vocabularies/cooperation-types.ts'
import { countryName, europeanCountryIds } from '../../vocabularies/countries.ts'
import { developmentStageIds } from '../../vocabularies/development-stages.ts'
import { ecosystemIds } from '../../vocabularies/ecosystems.ts'
import { iprStatusIds } from '../../vocabularies/ipr-status.ts'
import { euLanguageIds, languageName, languagesForForms } from '../../vocabularies/languages.ts'
import { listingKindIds } from '../../vocabularies/listing-kinds.ts'
import { partnerTypeIds } from '../../vocabularies/partner-types.ts'
import { sizeIds } from '../../vocabularies/sizes.ts'
import type { Side } from '../schema.ts'
import type { ListingFields } from './listing-fields.tsx'

const goals = Array.from({ length: 17 }, (_, index) => String(index + 1))
const levels = Array.from({ length: 9 }, (_, index) => String(index + 1))

/** All that can be said of a need or an offer beyond the one sentence, in groups. */
export function MoreFields({ fields, side }: { fields: ListingFields; side: Side }) {
  const { t, i18n } = useTranslation('listings')
  const { t: v } = useTranslation('vocabularies')
  const { one, many, field } = fields
  const { compare } = new Intl.Collator(i18n.language)
  const unsaid = t('form.unsaid')
  /** A list in the reader's language, with what was chosen outside of it. */
  const sorted = (ids: readonly string[], chosen: readonly string[], nameOf: (id: string) => string) =>
    [...new Set([...ids, ...chosen])]
      .map((value) => ({ value, label: nameOf(value) }))
      .sort((one, other) => compare(one.label, other.label))
  const readiness = [
    { value: '', label: unsaid },
    ...levels.map((value) => ({ value, label: `${v(`trl.${value}`)}: ${v(`trlDescription.${value}`)}` })),
  ]
  return (
    <div className="grid gap-8">
      <Section title={t('group.what')}>
        <div className="e-form">
          <RadioGroup
            {...one('kind')}
            required
            defaultValue={fields.text('kind') || 'business'}
            options={listingKindIds.map((value) => ({
              value,
              label: v(`listingKind.${value}`),
              hint: v(`listingKindDescription.${value}`),
            }))}
          />
          {side === 'need' && <TextArea {...one('summary')} hint={t('hint.summary')} limit={1000} rows={4} />}
          <TextArea {...one('description')} hint={t(`hint.description.${side}`)} limit={10_000} rows={8} />
          <TagInput {...field('keywords')} hint={t('hint.keywords')} defaultValue={fields.tags('keywords')} />
          <CheckboxGroup
            {...many('ecosystems')}
            columns
            options={ecosystemIds.map((value) => ({ value, label: v(`ecosystem.${value}`) }))}
          />
          <Select
            {...one('language')}
            hint={t('hint.language')}
            options={[
              { value: '', label: t('form.languageFound') },
              ...languagesForForms(i18n.language).map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        </div>
      </Section>
      <Section title={t('group.maturity')}>
        <div className="e-form">
          <Select
            {...one('stage')}
            options={[
              { value: '', label: unsaid },
              ...developmentStageIds.map((value) => ({
                value,
                label: `${v(`developmentStage.${value}`)}: ${v(`developmentStageDescription.${value}`)}`,
              })),
            ]}
          />
          <Select {...one('trlMin')} options={readiness} />
          <Select {...one('trlMax')} options={readiness} />
          <TextArea {...one('advantages')} hint={t('hint.advantages')} limit={4000} />
          <CheckboxGroup
            {...many('iprStatus')}
            columns
            options={iprStatusIds.map((value) => ({ value, label: v(`iprStatus.${value}`) }))}
          />
          <TextArea {...one('iprNotes')} limit={1000} rows={2} />
        </div>
      </Section>
      <Section title={t('group.partner')}>
        <div className="e-form">
          <TextArea {...one('expertiseSought')} hint={t('hint.expertiseSought')} limit={4000} />
          <TextArea {...one('partnerRole')} hint={t('hint.partnerRole')} limit={2000} />
          <CheckboxGroup
            {...many('cooperationTypes')}
            columns
            options={cooperationTypeIds.map((value) => ({ value, label: v(`cooperationType.${value}`) }))}
          />
          <CheckboxGroup
            {...many('partnerTypes')}
            hint={t('hint.any')}
            columns
            options={partnerTypeIds.map((value) => ({ value, label: v(`partnerType.${value}`) }))}
          />
          <CheckboxGroup
            {...many('partnerSizes')}
            hint={t('hint.any')}
            columns
            options={sizeIds.map((value) => ({ value, label: v(`size.${value}`) }))}
          />
          <Disclosure summary={t('field.targetCountries')} open={fields.list('targetCountries').length > 0}>
            <CheckboxGroup
              {...many('targetCountries')}
              hint={t('hint.targetCountries')}
              columns
              options={sorted(europeanCountryIds, fields.list('targetCountries'), (id) =>
                countryName(id, i18n.language),
              )}
            />
          </Disclosure>
          <Disclosure summary={t('field.languages')} open={fields.list('languages').length > 0}>
            <CheckboxGroup
              {...many('languages')}
              hint={t('hint.languages')}
              columns
              options={sorted(euLanguageIds, fields.list('languages'), (id) => languageName(id, i18n.language))}
            />
          </Disclosure>
        </div>
      </Section>
      <Section title={t('group.project')} lead={t('group.projectLead')}>
        <div className="e-form">
          <TextInput {...one('budget')} inputMode="numeric" before="€" short />
          <TextInput {...one('durationMonths')} inputMode="numeric" after={t('form.months')} short />
          <TextInput {...one('acronym')} short />
          <TextInput {...one('programme')} />
          <TextInput {...one('callIdentifier')} />
          <DateInput {...one('callDeadline')} />
          <DateInput {...one('eoiDeadline')} hint={t('hint.eoiDeadline')} />
          <Checkbox {...field('coordinatorRequired')} defaultChecked={fields.ticked('coordinatorRequired')} />
          <Disclosure summary={t('field.sdgs')} open={fields.list('sdgs').length > 0}>
            <CheckboxGroup
              {...many('sdgs')}
              columns
              options={goals.map((value) => ({ value, label: `${value}. ${v(`sdg.${value}`)}` }))}
            />
          </Disclosure>
        </div>
      </Section>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { Form, useNavigation, useSearchParams } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Refused } from '#web/form.ts'
import type { ListingView } from '../../listings/schema.ts'

/** One of the reader's own needs and offers, to refer to. */
export interface OwnListing {
  id: string
  title: string
  reference: string
  organisation: { id: string; displayName: string } | null
}

interface Props {
  listing: ListingView
  /** Those of the reader's organisations that may answer. */
  organisations: readonly { id: string; displayName: string }[]
  ownListings: readonly OwnListing[]
  /** The day by which an answer is due. */
  due: string
  refused: Refused | undefined
}

/** What somebody interested says: what they seek, what they bring, what is unclear. */
export function InterestForm({ listing, organisations, ownListings, due, refused }: Props) {
  const { t } = useTranslation('expressions-of-interest')
  const pending = useNavigation().state !== 'idle'
  // A match leads here with the listing of one's own that it fits.
  const [params] = useSearchParams()
  const errors = refused?.problem.errors
  // Two fields may lack the same: each sentence says which it is about.
  const summed = errors && {
    ...errors,
    ...(errors.seeks && { seeks: `${t('send.seeks')} ${errors.seeks}` }),
    ...(errors.brings && { brings: `${t('send.brings')} ${errors.brings}` }),
  }
  const was = (name: string) => {
    const value = refused ? refused.values[name] : params.get(name)
    return typeof value === 'string' ? value : ''
  }
  const { side, reference } = listing
  const [only, ...others] = organisations
  const groups = organisations
    .map(({ id, displayName }) => ({
      label: displayName,
      options: ownListings
        .filter(({ organisation }) => organisation?.id === id)
        .map((own) => ({ value: own.id, label: `${own.title} (${own.reference})` })),
    }))
    .filter(({ options }) => options.length > 0)
  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={summed} />
      {only && others.length === 0 ? (
        <input type="hidden" name="organisation" value={only.id} />
      ) : (
        <Select
          name="organisation"
          label={t('send.organisation')}
          error={errors?.organisation}
          required
          placeholder={t('send.chooseOrganisation')}
          defaultValue={was('organisation')}
          options={organisations.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
      )}
      <TextArea
        name="seeks"
        label={t('send.seeks')}
        hint={t(`send.seeksHint.${side}`)}
        error={errors?.seeks}
        defaultValue={was('seeks')}
        limit={4000}
        rows={4}
        required
      />
      <TextArea
        name="brings"
        label={t('send.brings')}
        hint={t(`send.bringsHint.${side}`)}
        error={errors?.brings}
        defaultValue={was('brings')}
        limit={4000}
        rows={4}
        required
      />
      <TextArea
        name="unclear"
        label={t('send.unclear')}
        hint={t('send.unclearHint')}
        error={errors?.unclear}
        defaultValue={was('unclear')}
        limit={2000}
        rows={3}
      />
      {groups.length > 0 && (
        <Select
          name="ownListing"
          label={t(`send.ownListing.${side}`)}
          hint={t('send.ownListingHint')}
          error={errors?.ownListing}
          placeholder={t('send.noOwnListing')}
          defaultValue={was('ownListing')}
          options={groups.length === 1 ? (groups[0]?.options ?? []) : groups}
        />
      )}
      <FormActions note={t('send.after', { date: due })}>
        <Button kind="primary" icon="handshake" pending={pending}>
          {t('send.do')}
        </Button>
        <LinkButton kind="quiet" to={`/listings/${reference}`}>
          {t('cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button, LinkButton } from '#ui/button.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Notice } from '#ui/notice.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Refused } from '#web/form.ts'
import type { Leak, ListingView, Side } from '../schema.ts'
import { LeakFindings } from './leak-findings.tsx'
import { useListingFields } from './listing-fields.tsx'
import { listingFromTyped } from './listing-values.tsx'
import { MoreFields } from './more-fields.tsx'
import { VisibilityChoice } from './visibility-choice.tsx'

interface Props {
  side: Side
  /** What there is already; absent for a new one. */
  listing?: ListingView
  /** Whose it may be: for a new one, the organisations that the person acts for. */
  organisations: readonly { id: string; displayName: string }[]
  /** The one that the address asks for. */
  organisation?: string | undefined
  refused?: Refused | undefined
  /** What the leak check finds in the listing as it is saved. */
  findings?: readonly Leak[]
  /** The version to change from, where somebody saved another one meanwhile. */
  version?: number | undefined
  cancelTo: string
}

/** A need or an offer as a form: one sentence and a day are enough, and it grows for those who want to say more. */
export function ListingForm({
  side,
  listing,
  organisations,
  organisation,
  refused,
  findings = [],
  version,
  cancelTo,
}: Props) {
  const { t } = useTranslation('listings')
  const navigation = useNavigation()
  const pending = (intent: string) => navigation.state !== 'idle' && navigation.formData?.get('intent') === intent
  const fields = useListingFields(listing, refused)
  const { one } = fields
  const typed = refused?.values
  const draft = typeof typed?.draft === 'string' ? typed.draft : undefined
  const found = (refused?.problem.details?.findings as Leak[] | undefined) ?? (refused ? [] : findings)
  // What gives the owner away stands in its own list, passage by passage.
  const leaked = refused !== undefined && found.length > 0
  const errors = leaked ? { leaks: refused.problem.message } : refused?.problem.errors
  const [only] = organisations
  const visibility = fields.text('visibility') || 'public'
  const unposted = !listing || ['draft', 'returned', 'withdrawn'].includes(listing.status)
  // A mistake below must be in sight.
  const short = ['', 'leaks', 'title', 'deadline', 'organisation', ...(side === 'offer' ? ['summary'] : [])]
  const wrongBelow = Object.keys(errors ?? {}).some((name) => !short.includes(name))

  function textOf(field: string): string {
    const entered: Record<string, unknown> = typed ? listingFromTyped(typed) : { ...listing }
    const [name = '', at] = field.split('.')
    const value = entered[name]
    return String((Array.isArray(value) ? value[Number(at)] : value) ?? '')
  }

  return (
    <Form method="post" className="e-form" noValidate>
      <ErrorSummary errors={errors} />
      {draft && !listing && <Notice live>{t('form.keptMeanwhile')}</Notice>}
      <LeakFindings
        findings={found}
        textOf={textOf}
        acknowledged={[typed?.acknowledged ?? listing?.acknowledgedLeaks ?? []].flat()}
      />
      {draft && <input type="hidden" name="draft" value={draft} />}
      {(listing || draft) && (
        <input type="hidden" name="version" value={version ?? String(typed?.version ?? listing?.version ?? '')} />
      )}
      <TextArea
        {...one('title')}
        label={t(`form.title.${side}`)}
        hint={t(`form.titleHint.${side}`)}
        limit={200}
        rows={2}
        required
      />
      {side === 'offer' && <TextArea {...one('summary')} hint={t('hint.summary')} limit={1000} rows={4} />}
      <DateInput {...one('deadline')} label={t(`form.deadline.${side}`)} hint={t('hint.deadline')} />
      {!listing &&
        (organisations.length === 1 || draft ? (
          <input type="hidden" name="organisation" value={String(typed?.organisation ?? only?.id ?? '')} />
        ) : (
          <Select
            name="organisation"
            label={t('field.organisation')}
            error={errors?.organisation}
            required
            placeholder={t('form.chooseOrganisation')}
            defaultValue={String(typed?.organisation ?? organisation ?? '')}
            options={organisations.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          />
        ))}
      <Disclosure
        summary={t('form.more')}
        open={(listing && (listing.summary !== '' || listing.description !== '')) || wrongBelow}
      >
        <MoreFields fields={fields} side={side} />
      </Disclosure>
      <Disclosure
        summary={t('form.who', { choice: t(`visibility.${visibility}.label`) })}
        open={visibility !== 'public' || errors?.visibility !== undefined}
      >
        <VisibilityChoice fields={fields} />
      </Disclosure>
      <FormActions note={unposted ? t('form.next') : undefined}>
        {unposted ? (
          <>
            <Button kind="primary" name="intent" value="publish" pending={pending('publish')}>
              {t('form.publish')}
            </Button>
            <Button name="intent" value="save" pending={pending('save')}>
              {listing ? t('form.save') : t('form.saveDraft')}
            </Button>
          </>
        ) : (
          <Button kind="primary" name="intent" value="save" pending={pending('save')}>
            {t('form.save')}
          </Button>
        )}
        <LinkButton kind="quiet" to={cancelTo}>
          {t('form.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

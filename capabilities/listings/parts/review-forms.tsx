import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { fieldId } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Refused } from '#web/form.ts'

interface Props {
  listing: { id: string; reference: string }
  refused?: Refused | undefined
  /** Where it is the only decision on the page. */
  alone?: boolean | undefined
}

/** The id of the field for the reason, as an error summary links to it without its `f-`. */
export function reasonName(listing: string): string {
  return `reason-${listing}`
}

/** A moderator's decision on a listing that waits: let it appear, or send it back with what to change. */
export function ReviewForms({ listing, refused, alone }: Props) {
  const { t } = useTranslation('listings')
  const navigation = useNavigation()
  const sent = navigation.state === 'idle' ? undefined : navigation.formData
  const pending = (intent: string) => sent?.get('id') === listing.id && sent.get('intent') === intent
  const mine = refused && refused.values.id === listing.id ? refused : undefined
  return (
    <div className="grid gap-3">
      <Form method="post">
        <input type="hidden" name="id" value={listing.id} />
        <Button
          kind={alone ? 'primary' : undefined}
          icon="check"
          name="intent"
          value="approve"
          pending={pending('approve')}
          aria-label={t('review.approveNamed', { reference: listing.reference })}
        >
          {t('review.approve')}
        </Button>
      </Form>
      <Disclosure summary={t('review.return')} open={mine !== undefined}>
        <Form method="post" className="e-form" noValidate>
          <input type="hidden" name="id" value={listing.id} />
          <TextArea
            name="reason"
            id={fieldId(reasonName(listing.id))}
            label={t('review.reason')}
            hint={t('review.reasonHint')}
            limit={1000}
            rows={3}
            required
            defaultValue={typeof mine?.values.reason === 'string' ? mine.values.reason : ''}
            error={mine?.problem.errors.reason}
          />
          <div>
            <Button name="intent" value="return" pending={pending('return')}>
              {t('review.send')}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  )
}

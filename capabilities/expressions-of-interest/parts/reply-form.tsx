import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from 'react-router'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileInput } from '#ui/file-input.tsx'
import { FormActions } from '#ui/form-actions.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Refused } from '#web/form.ts'
import type { ExpressionView } from '../schema.ts'
import { AsChoice } from './as-choice.tsx'
import { LeakWarning } from './leak-warning.tsx'

interface Props {
  thread: ExpressionView
  refused: Refused | undefined
  /** The form's one button is the page's first: nothing else is more likely. */
  first: boolean
}

/** Where a side writes to the other. */
export function ReplyForm({ thread, refused, first }: Props) {
  const { t } = useTranslation('expressions-of-interest')
  const navigation = useNavigation()
  const pending = navigation.state !== 'idle' && navigation.formData?.get('intent') === 'reply'
  const errors = refused?.problem.errors
  const { sides, ownerKnown, awaitingReply, messages } = thread
  const unnamed = sides.includes('owner') && !ownerKnown
  const owed = awaitingReply && sides.includes('owner')
  return (
    <Section title={t(owed ? 'reply.owed' : 'reply.title')} id="reply">
      {/* A new message finds an empty form. */}
      <Form
        method="post"
        encType="multipart/form-data"
        className="e-form"
        noValidate
        key={refused ? 'refused' : messages.length}
      >
        <ErrorSummary errors={errors} />
        <input type="hidden" name="intent" value="reply" />
        <AsChoice thread={thread} form="reply" chosen={refused?.values.as as string | undefined} />
        <TextArea
          name="body"
          label={t('reply.body')}
          hint={unnamed ? t('reply.unnamed') : owed ? t('reply.short') : undefined}
          error={errors?.body}
          defaultValue={typeof refused?.values.body === 'string' ? refused.values.body : ''}
          limit={5000}
          rows={5}
          required
        />
        <LeakWarning refused={refused} />
        {(!unnamed || sides.length > 1) && (
          <FileInput name="files" label={t('reply.files')} hint={t('reply.filesHint')} error={errors?.files} multiple />
        )}
        <FormActions>
          <Button kind={first ? 'primary' : undefined} icon="message" pending={pending}>
            {t('reply.do')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

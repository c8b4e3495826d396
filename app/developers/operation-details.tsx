import { useTranslation } from 'react-i18next'
import { Section } from '#ui/section.tsx'
import { Code } from './code.tsx'
import { FieldTable } from './field-table.tsx'
import type { OperationView } from './operation.ts'

/** One operation: how to call it, what goes in and what comes out. */
export function OperationDetails({ operation }: { operation: OperationView }) {
  const { t } = useTranslation('app')
  const { description, parameters, body, answer, answerType, curl } = operation
  return (
    <>
      {description && (
        <p className="max-w-prose" lang="en">
          {description}
        </p>
      )}
      <Section title={t('developers.example')}>
        <Code>{curl}</Code>
      </Section>
      <FieldTable title={t('developers.parameters')} rows={parameters} />
      <FieldTable title={t('developers.body')} rows={body} />
      <FieldTable title={t('developers.answer')} rows={answer} />
      {answer.length === 0 && answerType && (
        <Section title={t('developers.answer')}>
          <code>{answerType}</code>
        </Section>
      )}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { Badge } from '#ui/badge.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/section.tsx'
import { Code } from './code.tsx'
import { FieldTable } from './field-table.tsx'
import type { OperationView } from './operation.ts'

/** One operation: its address, what goes in, what comes out, and how to call it. */
export function OperationSection({ operation }: { operation: OperationView }) {
  const { t } = useTranslation('app')
  const { id, method, path, summary, description, scope, tool, parameters, body, answer, sameAs, answerType, curl } =
    operation
  return (
    <Section id={id} title={<span lang="en">{summary}</span>}>
      <div className="space-y-4">
        <p className="flex flex-wrap items-baseline gap-3">
          <Badge tone={scope === 'write' ? 'accent' : 'neutral'}>{method}</Badge>
          <code className="font-mono [overflow-wrap:anywhere]">{path}</code>
          <span className="text-sm text-ink-soft">
            {t(`developers.scope.${scope}`)}
            {tool && (
              <>
                {' · '}
                {t('developers.tool')} <code>{tool}</code>
              </>
            )}
          </span>
        </p>
        {description && (
          <p className="max-w-prose" lang="en">
            {description}
          </p>
        )}
        <FieldTable title={t('developers.parameters')} rows={parameters} />
        <FieldTable title={t('developers.body')} rows={body} />
        {sameAs ? (
          <p className="text-sm">
            {t('developers.sameAs')}{' '}
            <a href={`#${sameAs.id}`} lang="en">
              {sameAs.summary}
            </a>
          </p>
        ) : answer.length > 0 ? (
          <FieldTable title={t('developers.answer')} rows={answer} folded />
        ) : (
          answerType && (
            <p className="text-sm">
              {t('developers.answer')}: <code>{answerType}</code>
            </p>
          )
        )}
        <Disclosure summary={t('developers.example')}>
          <Code>{curl}</Code>
        </Disclosure>
      </div>
    </Section>
  )
}

import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { Button } from '#ui/button.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import type { ImportedRow } from './import-rows.tsx'

/** What an unclear row may be, and for those who decide, which it is. */
export function ImportDecision({ row, decidable }: { row: ImportedRow; decidable: boolean }) {
  const { t, i18n } = useTranslation('organisations')
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  const { line, candidates, name } = row
  const whose = <VisuallyHidden>{`: ${name}`}</VisuallyHidden>
  return (
    <Form method="post" preventScrollReset className="grid gap-2">
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="line" value={line} />
      <fieldset className="e-choices">
        <legend>{t('imports.mayBe')}</legend>
        {candidates.map((each, index) => (
          <div className="e-choice" key={each.organisation}>
            {decidable && (
              <input
                type="radio"
                id={`like-${line}-${index}`}
                name="organisation"
                value={each.organisation}
                defaultChecked={row.organisation === each.organisation || index === 0}
              />
            )}
            <label htmlFor={decidable ? `like-${line}-${index}` : undefined}>
              {each.slug ? <Link to={`/organisations/${each.slug}`}>{each.displayName}</Link> : t('imports.otherRow')}
              <span className="text-ink-soft">
                {` · ${t(`imports.likeness.${each.why}`, { score: percent.format(each.score) })}`}
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      {decidable && (
        <div className="e-button-group">
          {candidates.length > 0 && (
            <Button size="small" name="decision" value="merge">
              {t('imports.isThat')}
              {whose}
            </Button>
          )}
          <Button size="small" name="decision" value="new">
            {t('imports.isNew')}
            {whose}
          </Button>
          <Button size="small" kind="quiet" name="decision" value="skip">
            {t('imports.skip')}
            {whose}
          </Button>
        </div>
      )}
    </Form>
  )
}

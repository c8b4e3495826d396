import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'

/** Notes that the reader has seen what is new: by itself where the page runs, by a button where it does not. */
export function MarkSeen({ id }: { id: string }) {
  const { t } = useTranslation('expressions-of-interest')
  const { submit } = useFetcher()
  const noted = useRef(false)
  useEffect(() => {
    if (noted.current) return
    noted.current = true
    submit({ intent: 'seen' }, { method: 'post', action: `/inbox/${id}` })
  }, [submit, id])
  return (
    <noscript>
      <Form method="post">
        <Button size="small" icon="check" name="intent" value="seen">
          {t('thread.markSeen')}
        </Button>
      </Form>
    </noscript>
  )
}

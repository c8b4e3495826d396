import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher } from 'react-router'
import { Icon, type IconName } from './icon.tsx'

export type Theme = 'system' | 'light' | 'dark'

const themes: readonly { theme: Theme; icon: IconName }[] = [
  { theme: 'light', icon: 'sun' },
  { theme: 'dark', icon: 'moon' },
  { theme: 'system', icon: 'contrast' },
]

interface Props {
  /** Posted to, as `theme`; the server keeps it in a cookie and sends back to `returnTo`. */
  action: string
  theme: Theme
  /** Path and query of the page. */
  returnTo: string
}

/** Light, dark, or as the device. The root puts the choice on `<html data-theme>`; leave it off for `system`. */
export function ThemeSwitch({ action, theme, returnTo }: Props) {
  const { t } = useTranslation('ui')
  const fetcher = useFetcher()
  const sent = fetcher.formData?.get('theme')
  const shown = typeof sent === 'string' ? sent : theme
  function showAtOnce(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter
    const chosen = button instanceof HTMLButtonElement ? button.value : 'system'
    if (chosen === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = chosen
  }
  return (
    <fetcher.Form method="post" action={action} onSubmit={showAtOnce}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <fieldset className="e-theme">
        <legend className="sr-only">{t('theme.label')}</legend>
        {themes.map(({ theme: choice, icon }) => (
          <button
            key={choice}
            type="submit"
            name="theme"
            value={choice}
            aria-pressed={shown === choice}
            title={t(`theme.${choice}`)}
          >
            <Icon name={icon} label={t(`theme.${choice}`)} />
          </button>
        ))}
      </fieldset>
    </fetcher.Form>
  )
}

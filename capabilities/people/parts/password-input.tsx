import { useTranslation } from 'react-i18next'
import { TextInput } from '#ui/text-input.tsx'

interface Props {
  /** Default `password`. */
  name?: string
  /** A password that is made up now, not one that is known. */
  fresh?: boolean
  label?: string
  id?: string
  error?: string | undefined
}

/** A password, known or new; password managers know which. */
export function PasswordInput({ name = 'password', fresh = false, label, id, error }: Props) {
  const { t } = useTranslation('people')
  return (
    <TextInput
      name={name}
      {...(id ? { id } : {})}
      type="password"
      label={label ?? t(fresh ? 'field.newPassword' : 'field.password')}
      hint={fresh ? t('field.passwordHint') : undefined}
      autoComplete={fresh ? 'new-password' : 'current-password'}
      required
      error={error}
    />
  )
}

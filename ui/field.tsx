import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

/** What every form control takes besides its own attributes. */
export interface FieldProps {
  /** Name in the submitted form, and the field of the error. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** The sentence from the server; its presence marks the field as invalid. */
  error?: string | undefined
  /** Fields are optional unless required; the label then says so. */
  required?: boolean | undefined
  /** Needed where two forms on a page have a field of the same name. Default `f-<name>`. */
  id?: string | undefined
}

/** The id a field gets from its name; ErrorSummary links to it. */
export function fieldId(name: string): string {
  return `f-${name}`
}

/** What a control must carry to be tied to its label, hint and error. */
export interface ControlWiring {
  id: string
  name: string
  required: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Ids and aria attributes for the control of one field. */
export function wireControl({ name, id = fieldId(name), hint, error, required }: FieldProps): ControlWiring {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    required: required || undefined,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? true : undefined,
  }
}

export function OptionalMark({ required }: { required?: boolean | undefined }) {
  const { t } = useTranslation('ui')
  return required ? null : <span className="e-optional"> ({t('field.optional')})</span>
}

export function FieldHint({ id, children }: { id: string; children?: ReactNode }) {
  return children ? (
    <div className="e-hint" id={`${id}-hint`}>
      {children}
    </div>
  ) : null
}

export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  const { t } = useTranslation('ui')
  return children ? (
    <p className="e-error" id={`${id}-error`}>
      <Icon name="stop" />
      <span>
        <span className="sr-only">{t('field.error')} </span>
        {children}
      </span>
    </p>
  ) : null
}

type Props = FieldProps & {
  /** The control, given what ties it to its label, hint and error. */
  children: (wiring: ControlWiring) => ReactNode
  /** Stands below the control, e.g. a counter. */
  below?: ReactNode
}

/** Label, hint, error and one control, tied together for assistive technology. */
export function Field({ children, below, ...field }: Props) {
  const wiring = wireControl(field)
  return (
    <div className="e-field" data-invalid={field.error ? '' : undefined}>
      <label className="e-label" htmlFor={wiring.id}>
        {field.label}
        <OptionalMark required={field.required} />
      </label>
      <FieldHint id={wiring.id}>{field.hint}</FieldHint>
      <FieldError id={wiring.id}>{field.error}</FieldError>
      {children(wiring)}
      {below}
    </div>
  )
}

type GroupProps = FieldProps & { children: ReactNode }

/** The same for several controls under one question: a fieldset with a legend. */
export function FieldGroup({ children, ...field }: GroupProps) {
  const { id, 'aria-describedby': describedBy } = wireControl(field)
  return (
    <fieldset className="e-field" data-invalid={field.error ? '' : undefined} aria-describedby={describedBy}>
      <legend className="e-label">
        {field.label}
        <OptionalMark required={field.required} />
      </legend>
      <FieldHint id={id}>{field.hint}</FieldHint>
      <FieldError id={id}>{field.error}</FieldError>
      {children}
    </fieldset>
  )
}

/** Splits a component's props into those of the field and those of the native control. */
export function splitField<P extends FieldProps>(props: P): [FieldProps, Omit<P, keyof FieldProps>] {
  const { name, label, hint, error, required, id, ...control } = props
  return [{ name, label, hint, error, required, id }, control]
}

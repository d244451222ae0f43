import { useInput, useResourceContext, useTranslate, useTranslateLabel, ValidationError, type Validator } from 'ra-core'
import type { ReactNode } from 'react'

/** What every input of ours takes. */
export interface FieldProps {
  /** The input's path in the form, and its label's key: `resources.<resource>.fields.<source>`. */
  source: string
  /** Another label: a catalogue key or plain words. */
  label?: string
  /** What helps to fill it in: a catalogue key, or anything else. */
  helperText?: ReactNode
  /** React-admin's validators, e.g. `required()`. The server judges again. */
  validate?: Validator | Validator[]
  defaultValue?: unknown
  disabled?: boolean
  autoFocus?: boolean
}

/** A form field with its label and its error in words: what our inputs are made of. */
export function useFormField({ source, label, helperText, validate, defaultValue, disabled }: FieldProps) {
  const resource = useResourceContext()
  const translate = useTranslate()
  const translateLabel = useTranslateLabel()
  const { field, fieldState, isRequired } = useInput({ source, validate, ...(defaultValue !== undefined && { defaultValue }), disabled })
  const message = fieldState.error?.message
  return {
    value: field.value as unknown,
    change: field.onChange as (value: unknown) => void,
    shown: {
      label: translateLabel({ source, label, resource }) as ReactNode,
      required: isRequired,
      disabled,
      error: message !== undefined,
      helperText: message ? <ValidationError error={message} /> : typeof helperText === 'string' ? translate(helperText, { _: helperText }) : helperText,
      onBlur: field.onBlur as () => void,
      inputRef: field.ref as (element: HTMLElement | null) => void,
      name: field.name,
    },
  }
}

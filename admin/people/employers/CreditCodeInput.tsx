import { Button, TextField } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { useAsk } from '../../ui/Console'
import { TextInput } from '../../ui/inputs/TextInput'
import { type FieldProps, useFormField } from '../../ui/inputs/useFormField'

/** What a credit code says, by the server's own checks. */
export const CREDIT_CODE = 'query creditCode($text: String!) { creditCode(text: $text) { ok value fault mayOverride suggestion } }'

interface Reading {
  ok: boolean
  value: string | null
  fault: string | null
  mayOverride: boolean
  suggestion: string | null
}

const LENGTH = 18
const PAUSE = 300
/** Letters that no code has, which are worth naming at once. */
const MISTAKEN = /[IOSVZ]/i

const lengthOf = (text: string): number => text.replace(/[\s-]/g, '').length

/** The server's reading of what has been typed, after a pause. */
function useReading(text: string): Reading | undefined {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useAsk<{ creditCode: Reading }>(CREDIT_CODE, { text: settled }, { enabled: settled !== '', staleTime: Infinity })
  return settled === text.trim() ? data?.creditCode : undefined
}

/**
 * A unified social credit code, checked while it is typed: what is wrong, which letter is probably what, and the code that is probably
 * meant at a touch. A code that fails only its checks is taken for a reason, which is asked for at once.
 */
export function CreditCodeInput({ reasonSource, ...asked }: FieldProps & { reasonSource: string }) {
  const translate = useTranslate()
  const { value, change, shown } = useFormField(asked)
  const typed = (value as string | null) ?? ''
  const reading = useReading(typed)
  const short = lengthOf(typed) < LENGTH && !MISTAKEN.test(typed)
  const fault = reading && !reading.ok && !short ? reading.fault : null
  const hint = reading?.ok ? translate('resources.employers.codeFits') : typed !== '' && short ? translate('resources.employers.codeLength', { typed: lengthOf(typed), length: LENGTH }) : shown.helperText
  return (
    <>
      <TextField
        {...shown}
        error={fault !== null || (shown.error && !reading?.ok)}
        color={reading?.ok ? 'success' : undefined}
        value={typed}
        onChange={event => change(event.target.value.toUpperCase())}
        autoComplete="off"
        helperText={fault ?? hint}
        slotProps={{
          htmlInput: { maxLength: 40, spellCheck: false, autoCapitalize: 'characters' },
          formHelperText: { 'aria-live': 'polite' },
          input: {
            endAdornment: reading?.suggestion && (
              <Button size="small" onClick={() => change(reading.suggestion)} sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
                {translate('resources.employers.takeSuggestion')}
              </Button>
            ),
          },
        }}
      />
      {reading?.mayOverride && <TextInput source={reasonSource} maxLength={200} validate={required()} helperText="resources.employers.codeReasonHint" />}
    </>
  )
}

import { Alert, Box, Button } from '@mui/material'
import { useLocale, useTranslate, useTranslateLabel } from 'ra-core'
import { useEffect, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { Draft } from '../../data/drafts'
import { useConsole } from '../Console'
import { alike } from './alike'
import type { FormValues } from './FormPage'

/** The fields of a draft that were changed, and those of them that others have changed since. */
export function draftChanges(draft: Pick<Draft, 'values' | 'base'>, now: FormValues): { mine: string[]; met: string[] } {
  const mine = Object.keys(draft.values).filter(field => field !== 'id' && !alike(draft.base[field], draft.values[field]))
  return { mine, met: mine.filter(field => !alike(draft.base[field], now[field]) && !alike(draft.values[field], now[field])) }
}

interface DraftKeeperProps {
  name: string
  /** The client key that the form is sent with; a draft that is brought back is sent with its own. */
  clientKey: { current: string }
}

/** Keeps what is typed into the form around it under a name, and offers back, with its age, what was left there before. */
export function DraftKeeper({ name, clientKey }: DraftKeeperProps) {
  const translate = useTranslate()
  const translateLabel = useTranslateLabel()
  const locale = useLocale()
  const { drafts } = useConsole()
  const form = useFormContext()
  const [offered, setOffered] = useState<Draft | null>(null)
  useEffect(() => {
    let gone = false
    void drafts.find(name).then(found => !gone && setOffered(found))
    const base = () => (form.formState.defaultValues ?? {}) as FormValues
    let kept = false
    const { unsubscribe } = form.watch((values, { name: field }) => {
      // Without a field the form was filled anew, by reading or after saving: nobody typed.
      if (!field) return
      const draft = { at: Date.now(), values: { ...values }, base: base(), clientKey: clientKey.current }
      const changed = draftChanges(draft, draft.base).mine.length > 0
      if (changed) drafts.keep(name, draft)
      else if (kept) void drafts.drop(name)
      kept ||= changed
    })
    return () => {
      gone = true
      unsubscribe()
    }
  }, [drafts, form, name, clientKey])

  if (!offered) return null
  const { mine, met } = draftChanges(offered, (form.formState.defaultValues ?? {}) as FormValues)
  if (mine.length === 0) return null
  const restore = (): void => {
    clientKey.current = offered.clientKey
    for (const field of mine) form.setValue(field, offered.values[field], { shouldDirty: true, shouldTouch: true })
    setOffered(null)
  }
  const discard = (): void => {
    void drafts.drop(name)
    setOffered(null)
  }
  return (
    <Alert severity="info" sx={{ gridColumn: '1 / -1', mb: 1 }}>
      {translate('console.draft.offer', { age: ageOf(offered.at, locale) })}
      {met.length > 0 && ` ${translate('console.draft.met', { fields: met.map(source => translateLabel({ source })).join(' / ') })}`}
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button size="small" variant="contained" onClick={restore}>
          {translate('console.draft.restore')}
        </Button>
        <Button size="small" onClick={discard}>
          {translate('console.draft.discard')}
        </Button>
      </Box>
    </Alert>
  )
}

/** How long ago, in words: `5 minutes ago`. */
function ageOf(at: number, locale: string): string {
  const minutes = Math.round((at - Date.now()) / 60_000)
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (minutes > -60) return words.format(minutes, 'minute')
  return minutes > -1440 ? words.format(Math.round(minutes / 60), 'hour') : words.format(Math.round(minutes / 1440), 'day')
}

import { useLocale } from 'ra-core'
import { useState } from 'react'
import { useConsole } from '../../ui/Console'
import { sendSheet } from './imports'

/** A row of a sheet, and what becomes of it. */
export interface JudgedRow {
  number: number
  name: string
  verdict: string
  reason: string | null
}

/** A sheet that was sent and looked at by a query named `sheet`; nothing is written by the look. */
export interface Sheet<S> {
  name: string | null
  sheet: S | null
  running: boolean
  /** Why the last deed was refused. */
  refused: string | null
  /** Sends a file and looks at it. */
  choose: (file: File) => Promise<void>
  /** Does something with the sheet; whether it was done. */
  attempt: (deed: () => Promise<void>) => Promise<boolean>
  setSheet: (sheet: S) => void
}

/** Sends sheets and looks at them, one after another. */
export function useSheet<S>(look: string): Sheet<S> {
  const locale = useLocale()
  const { provider } = useConsole()
  const [name, setName] = useState<string | null>(null)
  const [sheet, setSheet] = useState<S | null>(null)
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const attempt = async (deed: () => Promise<void>): Promise<boolean> => {
    setRunning(true)
    setRefused(null)
    const done = await deed().then(
      () => true,
      (error: Error) => {
        setRefused(error.message)
        return false
      },
    )
    setRunning(false)
    return done
  }
  const choose = async (file: File): Promise<void> => {
    setName(file.name)
    setSheet(null)
    await attempt(async () => setSheet((await provider.ask<{ sheet: S }>(look, { fileId: await sendSheet(file, locale) })).sheet))
  }
  return { name, sheet, running, refused, choose, attempt, setSheet }
}

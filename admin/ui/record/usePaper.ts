import { useLocale, useNotify } from 'ra-core'
import { useState } from 'react'
import { fetchFile } from '../../data/files'

/** Fetches a paper and hands it to the browser to be kept; a refusal is said, or thrown to the dialog that asked. */
export function usePaper() {
  const notify = useNotify()
  const locale = useLocale()
  const [running, setRunning] = useState(false)
  const fetchPaper = async (address: string, name: string, throws = false): Promise<void> => {
    setRunning(true)
    try {
      const { blob, lacking } = await fetchFile(address, locale)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
      if (lacking) notify('console.lacking', { type: 'warning', autoHideDuration: null, messageArgs: { count: lacking.split(' ').length, characters: lacking } })
    } catch (error) {
      if (throws) throw error
      notify((error as Error).message, { type: 'error' })
    } finally {
      setRunning(false)
    }
  }
  return { fetchPaper, running }
}

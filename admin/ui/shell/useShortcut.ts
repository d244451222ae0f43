import { useEffect, useRef } from 'react'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Calls back on a key: `'/'` (not while typing), `'ctrl+k'`, `'ctrl+s'` (Cmd counts as Ctrl). */
export function useShortcut(keys: string, run: () => void, enabled = true): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!enabled) return
    const [key, control] = keys.startsWith('ctrl+') ? [keys.slice(5), true] : [keys, false]
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== key || event.altKey || control !== (event.ctrlKey || event.metaKey)) return
      if (!control && typing(event.target)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys, enabled])
}

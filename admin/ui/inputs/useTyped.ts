import { type ChangeEvent, useEffect, useRef, useState } from 'react'

/**
 * A text that is searched for while it is typed: `text` follows the keys, `settled` follows after a pause, and not while an
 * input method is still composing, so that half-typed pinyin is never sent. Spread `handlers` on the input element.
 */
export function useTyped(initial = '', pause = 300) {
  const [text, setText] = useState(initial)
  const [settled, setSettled] = useState(initial)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const settle = (value: string): void => {
    clearTimeout(timer.current)
    if (!composing.current) timer.current = setTimeout(() => setSettled(value.trim()), pause)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  return {
    text,
    settled,
    /** Sets both at once: a choice made, a reset. */
    set: (value: string): void => {
      clearTimeout(timer.current)
      setText(value)
      setSettled(value.trim())
    },
    handlers: {
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
        setText(event.target.value)
        settle(event.target.value)
      },
      onCompositionStart: (): void => {
        composing.current = true
        clearTimeout(timer.current)
      },
      onCompositionEnd: (event: { currentTarget: { value?: string } & EventTarget }): void => {
        composing.current = false
        settle((event.currentTarget as unknown as HTMLInputElement).value)
      },
    },
  }
}

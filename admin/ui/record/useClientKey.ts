import { useRef } from 'react'
import { newKey } from './newKey'

/** The client key of one opening of a form: however often it is sent, the server acts once. */
export function useClientKey(): { current: string } {
  const key = useRef('')
  key.current ||= newKey()
  return key
}

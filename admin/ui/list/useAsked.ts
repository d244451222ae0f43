import { useSearchParams } from 'react-router-dom'

type Values = Record<string, unknown>

/** What a page that is no list is asked with, in the address as one reads it; what is not there is as the page begins. */
export function useAsked(beginning: Values): { values: Values; ask: (values: Values) => void } {
  const [search, setSearch] = useSearchParams()
  const given = Object.fromEntries(search)
  return {
    values: { ...beginning, ...given },
    ask: values => setSearch(Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined || value === null || value === '' ? [] : [[name, String(value)]]))), { replace: true }),
  }
}

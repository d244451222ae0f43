import { useTranslate } from 'ra-core'
import { type EnumName, useEnumWord } from '../ui/enums'
import type { PersonPart } from './rows'

/** Says several values of an enum in one line. */
export function useWords(): (of: EnumName, values: readonly string[] | null | undefined) => string {
  const word = useEnumWord()
  return (of, values) => (values ?? []).map(value => word(of, value)).join(' / ')
}

/** Says sex and age of a person in one line. */
export function usePersonLine(): (person: Pick<PersonPart, 'sex' | 'age'>) => string {
  const word = useEnumWord()
  const translate = useTranslate()
  return ({ sex, age }) => [word('Sex', sex), age === null ? '' : translate('resources.persons.years', { age })].filter(Boolean).join(' · ')
}

/** Says minutes as hours and minutes, without what is nought. */
export function useHours(): (minutes: number) => string {
  const translate = useTranslate()
  return minutes => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    return translate(hours === 0 ? 'figures.minutesOnly' : rest === 0 ? 'figures.hoursOnly' : 'figures.minutes', { hours, rest })
  }
}

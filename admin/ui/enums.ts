import { useTranslate } from 'ra-core'
import { enums } from '../i18n/zh/enums'

/** The name of an enum that the catalogue has words for. */
export type EnumName = keyof typeof enums

/** The values of an enum in the order in which people expect them; national codes in the order of their numbers. */
export function valuesOf(name: EnumName): string[] {
  const values = Object.keys(enums[name])
  return values.every(value => /^\d+$/.test(value)) ? values.sort((one, other) => Number(one) - Number(other)) : values
}

/** Says a value of an enum in words; an unknown value stays as it is. */
export function useEnumWord(): (name: EnumName, value: string | null | undefined) => string {
  const translate = useTranslate()
  return (name, value) => (value ? translate(`enums.${name}.${value}`, { _: value }) : '')
}

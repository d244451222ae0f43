import { useTranslate } from 'ra-core'
import { enums } from '../i18n/zh/enums'
import { type EnumName, useEnumWord } from '../ui/enums'

const NAMES = Object.keys(enums) as EnumName[]
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The list that an entity's records stand in, e.g. `beneficiaries`. */
const listOf = (entity: string): string => `${entity.charAt(0).toLowerCase()}${entity.slice(1)}s`.replace(/ys$/, 'ies')

/** The enum that a field's code is of: the entity's own (`PairingState`), one with the field's name (`ConsentState`), or the only one that has the code. */
export function enumOf(entity: string, field: string, code: string): EnumName | undefined {
  const having = NAMES.filter(name => Object.hasOwn(enums[name], code))
  const named = [`${entity}${capital(field)}`, capital(field)].find(name => having.includes(name as EnumName))
  return (named as EnumName | undefined) ?? (having.length === 1 ? having[0] : undefined)
}

/** Whether a value is a code or a list of codes, and no text that somebody wrote. */
const ofCodes = (value: string): boolean => /^[["]*[A-Z][A-Z_]+(["\s]*,["\s]*[A-Z][A-Z_]+)*["\]]*$/.test(value)

/** A value as the pages say it: codes by their words, anything else as it was written. */
export function valueInWords(entity: string, field: string, value: string, word: (name: EnumName, code: string) => string): string {
  if (!ofCodes(value)) return value
  return value.replace(/[A-Z][A-Z_]+/g, code => {
    const name = enumOf(entity, field, code)
    return name ? word(name, code) : code
  })
}

/** Says what an act changed as the pages say it. */
export function useChangeWords() {
  const translate = useTranslate()
  const word = useEnumWord()
  return {
    fieldOf: (entity: string, field: string): string => translate(`resources.${listOf(entity)}.fields.${field}`, { _: field }),
    valueOf: (entity: string, field: string, value: string | null): string => (value === null ? '–' : valueInWords(entity, field, value, word)),
  }
}

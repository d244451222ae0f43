import type { FormValues } from '../ui/record/FormPage'

const SEALED = ['idCard', 'phone', 'address', 'birthDate']
const blank = (value: unknown): boolean => value === '' || value === null || value === undefined

/** What the API takes of a person that a form holds: blanks are left out, because a new person has nothing to clear. */
export function newPersonInput(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !blank(value)))
}

/** What the API takes of a person that was edited: a sealed value left blank stays as it is. */
export function changedPersonInput(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !(SEALED.includes(name) && blank(value))))
}

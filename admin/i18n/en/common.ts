import type { common as commonWords, personal as personalWords } from '../zh/common'
import type { Shape } from '../Shape'

/** Labels that most records share. */
export const common: Shape<typeof commonWords> = {
  q: 'Keyword',
  name: 'Name',
  state: 'State',
  region: 'Place',
  region_name: 'Place',
  region_fullName: 'Place',
  regionCode: 'Place',
  kind: 'Kind',
  note: 'Note',
  createdAt: 'Registered',
  updatedAt: 'Updated',
}

/** How a person appears in any list. */
export const personal: Shape<typeof personalWords> = {
  name: 'Name',
  person_name: 'Name',
  person_phone: 'Phone',
  person_sex: 'Sex',
  phone: 'Phone',
  sex: 'Sex',
  birthDate: 'Born on',
  birthYear: 'Year of birth',
}

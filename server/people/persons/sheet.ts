import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import { type Cell, defineSheet, inWords, masked, type SheetColumn, spoken, wordsFor, yesNo } from '../../kernel/sheets'
import type { Context } from '../../kernel/context'
import { say } from '../../kernel/text'
import { ethnicGroups, politicalStatuses } from './codes'
import { PersonFilter, PersonSort } from './inputs'
import { Person, PersonState, Sex } from './Person'
import { searchPersons } from './searchPersons'
import { Language, Skill } from './Skill'

export const sexes = wordsFor<Sex>('Sex', { MALE: say('男', 'Male'), FEMALE: say('女', 'Female'), UNKNOWN: say('未说明', 'Not stated') })
export const languages = wordsFor<Language>('Language', { HAN: say('汉语', 'Chinese'), MONGOL: say('蒙语', 'Mongolian') })
export const skills = wordsFor<Skill>('Skill', {
  CARE: say('照护', 'Care'), HAIRCUT: say('理发', 'Hairdressing'), MEDICAL: say('医护', 'Medicine'), FIRST_AID: say('急救', 'First aid'), COOKING: say('做饭', 'Cooking'), REPAIR: say('维修', 'Repairs'),
  ELECTRICS: say('水电', 'Electrics and plumbing'), DRIVING: say('驾驶', 'Driving'), FARMING: say('农活', 'Farm work'), READING: say('读书看报', 'Reading aloud'), COUNSELLING: say('心理疏导', 'Counselling'),
  LAW: say('法律', 'Law'), COMPUTER: say('电脑手机', 'Computers and phones'), CALLIGRAPHY: say('书法', 'Calligraphy'), PERFORMING: say('文艺', 'Performing arts'), STORYTELLING: say('宣讲', 'Storytelling'),
})
const states = wordsFor<PersonState>('PersonState', { ACTIVE: say('在册', 'Registered'), MERGED: say('已合并', 'Merged'), DECEASED: say('已故', 'Deceased') })
const yes = say('退役军人', 'Veteran')

/** Full years by the year of birth, as lists show them. */
const ageOf = ({ birthYear, deceasedOn }: Person, { today }: Context): Cell => (birthYear === null ? null : Number((deceasedOn ?? today).slice(0, 4)) - birthYear)

/** What lists of roles say of the person behind them, masked. */
export function personColumns<T>(personOf: (row: T, ctx: Context) => Person | Promise<Person>): SheetColumn<T>[] {
  const of = (read: (person: Person, ctx: Context) => Cell) => async (row: T, ctx: Context) => read(await personOf(row, ctx), ctx)
  return [
    { key: 'person.name', title: say('姓名', 'Name'), width: 14, value: of(person => person.name) },
    { key: 'person.sex', title: say('性别', 'Sex'), width: 8, value: of((person, ctx) => inWords(sexes, person.sex, ctx)) },
    { key: 'person.age', title: say('年龄', 'Age'), width: 8, value: of(ageOf) },
    { key: 'person.phone', title: say('手机号', 'Phone'), width: 16, value: of(person => masked(person, 'phone')) },
    { key: 'person.isVeteran', title: yes, width: 10, value: of((person, ctx) => yesNo(person.isVeteran, ctx)) },
  ]
}

/** The registry, as it may leave. */
export const personSheet = defineSheet<Person, PersonFilter, PersonSort>({
  name: 'persons', title: say('人员', 'Persons'), type: Person, may: 'person.read', filter: PersonFilter, sort: PersonSort, rows: searchPersons,
  columns: [
    { key: 'name', title: say('姓名', 'Name'), width: 14, value: row => row.name },
    { key: 'sex', title: say('性别', 'Sex'), width: 8, value: (row, ctx) => inWords(sexes, row.sex, ctx) },
    { key: 'birthYear', title: say('出生年', 'Year of birth'), width: 10, value: row => row.birthYear },
    { key: 'age', title: say('年龄', 'Age'), width: 8, value: ageOf },
    { key: 'state', title: say('状态', 'State'), width: 10, value: (row, ctx) => inWords(states, row.state, ctx) },
    { key: 'idCard', title: say('身份证号', 'Resident ID'), width: 22, value: row => masked(row, 'idCard') },
    { key: 'phone', title: say('手机号', 'Phone'), width: 16, value: row => masked(row, 'phone') },
    { key: 'address', title: say('住址', 'Address'), width: 24, value: row => masked(row, 'address') },
    ...placeColumns<Person>(),
    { key: 'ethnicGroup', title: say('民族', 'Ethnic group'), width: 10, value: (row, ctx) => row.ethnicCode && inWords(ethnicGroups, row.ethnicCode, ctx) },
    { key: 'politicalStatus', title: say('政治面貌', 'Political status'), width: 14, value: (row, ctx) => row.politicalCode && inWords(politicalStatuses, row.politicalCode, ctx) },
    { key: 'isVeteran', title: yes, width: 10, value: (row, ctx) => yesNo(row.isVeteran, ctx) },
    { key: 'enlistedMonth', title: say('入伍年月', 'Enlisted'), width: 10, value: row => row.enlistedMonth },
    { key: 'dischargedMonth', title: say('退役年月', 'Discharged'), width: 10, value: row => row.dischargedMonth },
  ],
  filters: {
    q: spoken(say('关键词', 'Keyword')), idCard: spoken(say('身份证号', 'Resident ID')), phone: spoken(say('手机号', 'Phone')), region: askedByRegion, state: { title: say('状态', 'State'), words: states }, sex: { title: say('性别', 'Sex'), words: sexes },
    isVeteran: { title: yes }, ethnicCode: { title: say('民族', 'Ethnic group'), words: ethnicGroups }, birthYearFrom: { title: say('出生年起', 'Born from') }, birthYearTo: { title: say('出生年止', 'Born to') },
  },
})

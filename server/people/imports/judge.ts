import { Gazetteer } from '../../bureau/regions/Gazetteer'
import type { Region } from '../../bureau/regions/Region'
import { regionsByCode } from '../../bureau/regions/regionOf'
import { liesWithin } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { isWithin } from '../../kernel/regionCode'
import { fingerprint } from '../../kernel/sealed'
import { say, type Text } from '../../kernel/text'
import { newPerson } from '../persons/createPerson'
import { Person, PersonState } from '../persons/Person'
import { readPhone } from '../persons/phone'
import { readResidentId } from '../persons/residentId'
import { nameAsMeant, writePerson } from '../persons/writePerson'
import { Team } from '../teams/Team'
import { teamOfResidence } from '../volunteers/nearestTeams'
import { writeVolunteer } from '../volunteers/registerVolunteer'
import { Volunteer, VolunteerState } from '../volunteers/Volunteer'
import { type Draft, readRow } from './readRow'
import { RowVerdict } from './VolunteerImport'

/** Why a volunteer had left whose import was taken back; whoever left for this reason may be imported again. */
export const UNDONE_REASON = '导入撤销'

/** What is to become of a row, and why; with what the run needs to do it. */
export interface Judged {
  number: number
  draft: Draft
  verdict: RowVerdict
  reasons: Text[]
  person: Person | null
  /** Who would be new, as the validators left them. */
  newcomer: Person | null
  volunteer: Volunteer | null
  teamId: string | null
}

/** What the rows of one sheet are judged by. */
export interface Bench {
  columns: readonly string[]
  answers: Readonly<Record<string, string>>
  places: Gazetteer<Region>
  teams: ReadonlyMap<string, string>
  residence: Map<string, string | null>
  /** Who has come before in the same sheet, by number, telephone or platform number. */
  seen: Map<string, number>
}

/** Prepares what the rows of a sheet are judged by. */
export async function benchOf(ctx: Context, columns: readonly string[], answers: Readonly<Record<string, string>>): Promise<Bench> {
  const byCode = await regionsByCode(ctx)
  const aliases = Object.fromEntries([...byCode.values()].flatMap(region => (region.aliases ? [[region.code, region.aliases.split(',')]] : [])))
  const teams = await ctx.store.beyondReach.query(Team).where("it.state <> 'DISBANDED'").rows()
  return { columns, answers, places: new Gazetteer([...byCode.values()], aliases), teams: new Map(teams.map(team => [team.name, team.id])), residence: new Map(), seen: new Map() }
}

/** Judges some rows, in their order: the dry run and the real one ask exactly this. */
export async function judgeRows(ctx: Context, bench: Bench, rows: readonly { number: number; cells: readonly string[] }[]): Promise<Judged[]> {
  const drafts = rows.map(({ number, cells }) => ({ number, draft: readRow(cells, bench.columns, bench.places, bench.answers, ctx.today) }))
  const known = await lookUp(ctx, drafts.map(one => one.draft))
  const judged: Judged[] = []
  for (const { number, draft } of drafts) judged.push(await judgeRow(ctx, bench, known, number, draft))
  return judged
}

interface Known {
  byPlatform: Map<string, Volunteer>
  byId: Map<string, Person>
  byPhone: Map<string, Person>
  byBirth: Map<string, Person>
  volunteers: Map<string, Volunteer>
  persons: Map<string, Person>
}

const idOf = ({ person }: Draft, today: string): string | null => {
  const read = person.idCard ? readResidentId(person.idCard, today) : null
  return read?.ok ? read.value : null
}
const phoneOf = ({ person }: Draft): string | null => {
  const read = person.phone ? readPhone(person.phone) : null
  return read?.ok ? read.value : null
}
const key = (...parts: (string | null)[]): string => parts.join('|')

/** Everybody whom some rows may mean, in four statements: by platform number, by resident ID, by name and telephone, by name and birth. */
async function lookUp({ store, today }: Context, drafts: readonly Draft[]): Promise<Known> {
  const wide = store.beyondReach
  const some = (values: (string | null | undefined)[]): string[] => [...new Set(values.filter(value => value !== null && value !== undefined))]
  const numbers = some(drafts.map(draft => draft.volunteer.platformNo))
  const ids = some(drafts.map(draft => idOf(draft, today))).map(fingerprint)
  const phones = some(drafts.map(phoneOf)).map(fingerprint)
  const births = some(drafts.map(draft => draft.person.birthDate)).map(fingerprint)
  const names = some(drafts.map(draft => nameAsMeant(draft.name)))
  const living = (sql: string, ...values: string[][]) => wide.query(Person).where('it.state <> ?', PersonState.MERGED).where(sql, ...values).orderBy('it.id').allWhole(false)
  const platform = await wide.query(Volunteer).where('it.platformNo IN (?)', numbers).allWhole(false)
  const found = [...(await living('it.idCardPrint IN (?)', ids)), ...(await living('it.phonePrint IN (?)', phones)), ...(await living('it.birthDatePrint IN (?) AND it.name IN (?)', births, names))]
  const missing = platform.map(volunteer => volunteer.personId).filter(id => !found.some(person => person.id === id))
  const persons = new Map([...found, ...(await living('it.id IN (?)', missing))].map(person => [person.id, person]))
  const volunteers = await wide.query(Volunteer).where('it.personId IN (?)', [...persons.keys()]).allWhole(false)
  const all = [...persons.values()]
  const prints = (person: Person) => person as unknown as { idCardPrint: string | null; phonePrint: string | null; birthDatePrint: string | null }
  return {
    byPlatform: new Map(platform.map(volunteer => [volunteer.platformNo!, volunteer])),
    byId: new Map(all.map(person => [prints(person).idCardPrint ?? '-', person])),
    byPhone: new Map(all.map(person => [key(person.name, prints(person).phonePrint), person])),
    byBirth: new Map(all.map(person => [key(person.name, prints(person).birthDatePrint, person.regionCode), person])),
    volunteers: new Map(volunteers.map(volunteer => [volunteer.personId, volunteer])),
    persons,
  }
}

async function judgeRow(ctx: Context, bench: Bench, known: Known, number: number, draft: Draft): Promise<Judged> {
  const judged: Judged = { number, draft, verdict: RowVerdict.ERROR, reasons: [], person: null, newcomer: null, volunteer: null, teamId: null }
  const end = (verdict: RowVerdict, ...reasons: Text[]): Judged => Object.assign(judged, { verdict, reasons: [...reasons] })
  const id = idOf(draft, ctx.today)
  const twice = cameBefore(bench.seen, draft, id, number)
  if (twice) return end(RowVerdict.ERROR, say(`与第 ${twice} 行重复。`, `The same as row ${twice}.`))
  const match = whoIs(known, draft, id)
  if (match.suspect) return suspected(ctx, bench, match.suspect, draft, number, end)
  judged.person = match.person
  judged.volunteer = match.person && (known.volunteers.get(match.person.id) ?? null)
  if (judged.person && liesWithin(ctx.actor, judged.person) === false) return end(RowVerdict.CONFLICT, say('此人已在其他苏木乡镇登记，请联系旗退役军人事务局办理。', 'Registered in another township; ask the bureau.'))
  if (match.contradiction) return end(RowVerdict.CONFLICT, match.contradiction)
  const wrong = [...draft.wrong, ...(await faultsOf(ctx, judged)), ...(await placeFaults(ctx, bench, judged))]
  if (wrong.length > 0) return end(RowVerdict.ERROR, ...wrong)
  if (draft.place) return end(RowVerdict.CONFLICT, say(`“${draft.place.said}”不明确，请选择是哪个嘎查村。`, `“${draft.place.said}” is not clear: choose which.`))
  if (draft.doubts.length > 0) return end(RowVerdict.CONFLICT, ...draft.doubts)
  return standing(judged, end)
}

/** Whether somebody of this number, telephone or platform number has come before in the sheet. */
function cameBefore(seen: Map<string, number>, draft: Draft, id: string | null, number: number): number | null {
  const keys = [id && `id/${id}`, draft.volunteer.platformNo && `no/${draft.volunteer.platformNo}`, phoneOf(draft) && key('phone', draft.name, phoneOf(draft))].filter(Boolean) as string[]
  const earlier = keys.map(one => seen.get(one)).find(one => one !== undefined && one !== number)
  for (const one of keys) if (!seen.has(one)) seen.set(one, number)
  return earlier ?? null
}

/** Whom a row means, in the order of programmes.md 4.1: platform number, resident ID, name and telephone; name, birth and village only make a suspect. */
function whoIs(known: Known, draft: Draft, id: string | null): { person: Person | null; suspect?: Person; contradiction?: Text } {
  const name = nameAsMeant(draft.name)
  const byPlatform = draft.volunteer.platformNo ? known.byPlatform.get(draft.volunteer.platformNo) : undefined
  const ofPlatform = byPlatform && known.persons.get(byPlatform.personId)
  const ofId = id ? known.byId.get(fingerprint(id)) : undefined
  if (ofPlatform && ofId && ofPlatform.id !== ofId.id) return { person: ofPlatform, contradiction: say('文明实践云编号与身份号码属于两个人，请核对。', 'The platform number and the resident ID belong to two people.') }
  const sure = ofPlatform ?? ofId
  if (sure) {
    if (sure.name !== name) return { person: sure, contradiction: say('编号或身份号码已登记在另一姓名下，请核对。', 'The number is registered under another name.') }
    if (id && sure.idCard && sure.idCard !== id) return { person: sure, contradiction: say('与已登记的身份号码不同，请核对。', 'Not the resident ID that is registered.') }
    return { person: sure }
  }
  const phone = phoneOf(draft)
  const ofPhone = phone ? known.byPhone.get(key(name, fingerprint(phone))) : undefined
  if (ofPhone) return id && ofPhone.idCard && ofPhone.idCard !== id ? { person: ofPhone, contradiction: say('同名同手机号的人已登记，身份号码不同，请核对。', 'Same name and telephone, but another resident ID.') } : { person: ofPhone }
  const { birthDate, regionCode } = draft.person
  const suspect = birthDate && regionCode ? known.byBirth.get(key(name, fingerprint(birthDate), regionCode)) : undefined
  return suspect && !(id && suspect.idCard && suspect.idCard !== id) ? { person: null, suspect } : { person: null }
}

/** Somebody of the same name, birth and village: the importer says whether it is the same person. */
async function suspected(ctx: Context, bench: Bench, suspect: Person, draft: Draft, number: number, end: (verdict: RowVerdict, ...reasons: Text[]) => Judged): Promise<Judged> {
  if (liesWithin(ctx.actor, suspect) === false) return end(RowVerdict.CONFLICT, say('疑似已在其他苏木乡镇登记，请联系旗退役军人事务局办理。', 'Perhaps registered in another township; ask the bureau.'))
  const answer = bench.answers[`same/${number}`]
  const judged = end(RowVerdict.CONFLICT, say('疑似已登记：姓名、出生日期和嘎查村相同。请补充身份号码，或确认是否同一人。', 'Perhaps registered already: same name, birth and village. Add the resident ID, or say whether it is the same person.'))
  if (answer !== 'SAME' && answer !== 'OTHER') return judged
  judged.person = answer === 'SAME' ? suspect : null
  judged.volunteer = judged.person && (await ctx.store.beyondReach.query(Volunteer).where('it.personId = ?', suspect.id).first())
  const wrong = [...draft.wrong, ...(await faultsOf(ctx, judged)), ...(await placeFaults(ctx, bench, judged))]
  return wrong.length > 0 ? end(RowVerdict.ERROR, ...wrong) : standing(judged, end)
}

/** What the registry's own validators say against the row. */
async function faultsOf(ctx: Context, judged: Judged): Promise<Text[]> {
  const { draft, person } = judged
  const scratch = person ?? newPerson()
  const shape = ctx.store.shape(Person)
  const before = person ? shape.snapshot(person) : undefined
  try {
    await writePerson(ctx, scratch, draft.person)
  } catch (error) {
    if (error instanceof Invalid) return Object.values(error.fields)
    throw error
  }
  judged.newcomer = person ? null : scratch
  const changed = before ? shape.changes(scratch, before) : null
  const personChanges = changed !== null && (changed.sealed.size > 0 || changed.columns.some(column => !/(Sealed|Mask|Print)$/.test(column)))
  judged.verdict = personChanges || volunteerChanges(ctx, judged) ? RowVerdict.UPDATE : RowVerdict.SAME
  return []
}

function volunteerChanges(ctx: Context, { volunteer, draft }: Judged): boolean {
  if (!volunteer) return false
  const shape = ctx.store.shape(Volunteer)
  const before = shape.snapshot(volunteer)
  writeVolunteer(volunteer, draft.volunteer)
  return shape.changes(volunteer, before).columns.length > 0
}

/** What is wrong with the place and the team, and which team is asked for. */
async function placeFaults(ctx: Context, bench: Bench, judged: Judged): Promise<Text[]> {
  const { draft, person } = judged
  const regionCode = draft.person.regionCode ?? person?.regionCode
  if (!regionCode) return []
  if (ctx.actor.reach.kind === 'region' && !isWithin(regionCode, ctx.actor.reach.regionCode ?? '000000000000')) return [say('居住地不在您的管辖范围内。', 'The place lies outside your reach.')]
  if (judged.volunteer?.teamId) return []
  if (draft.team) {
    judged.teamId = bench.teams.get(draft.team) ?? null
    return judged.teamId ? [] : [say(`没有名为“${draft.team}”的服务队，请核对队名或留空（按居住地入队）。`, `There is no team called “${draft.team}”.`)]
  }
  if (!bench.residence.has(regionCode)) bench.residence.set(regionCode, (await teamOfResidence(ctx, regionCode))?.id ?? null)
  judged.teamId = bench.residence.get(regionCode) ?? null
  return []
}

/** The verdict by how the person stands. */
function standing(judged: Judged, end: (verdict: RowVerdict, ...reasons: Text[]) => Judged): Judged {
  const { person, volunteer, verdict } = judged
  if (!person) return end(RowVerdict.NEW)
  if (person.state === PersonState.DECEASED) return end(RowVerdict.CONFLICT, say('此人登记为已故。', 'Registered as deceased.'))
  if (!volunteer) return end(RowVerdict.NEW, say('人员已登记，将登记为志愿者。', 'In the registry already; will be registered as a volunteer.'))
  if (volunteer.state === VolunteerState.WITHDRAWN && volunteer.stateReason === UNDONE_REASON) return end(RowVerdict.UPDATE, say('上次导入已撤销，将重新接纳。', 'Taken back before; will be readmitted.'))
  if ([VolunteerState.WITHDRAWN, VolunteerState.BLOCKED, VolunteerState.DECEASED].includes(volunteer.state)) return end(RowVerdict.CONFLICT, say('该志愿者已退出或停止服务，请在系统中单独办理。', 'This volunteer has left or is barred; see to it one by one.'))
  return end(verdict)
}

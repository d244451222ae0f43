import type { Gazetteer } from '../../bureau/regions/Gazetteer'
import { gazetteerOf } from '../../bureau/regions/gazetteerOf'
import type { Region } from '../../bureau/regions/Region'
import { liesWithin } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { say, type Text } from '../../kernel/text'
import { RowVerdict } from '../../kernel/RowVerdict'
import type { Person } from '../persons/Person'
import { Team } from '../teams/Team'
import type { Volunteer } from '../volunteers/Volunteer'
import { type Draft, readRow } from './readRow'
import { Sheetmates } from './Sheetmates'
import { weighRow } from './weighRow'
import { type Known, knownBy, lookUp, nationalClash, type ReadRow, whoIs } from './whoIs'

/** What is to become of a row, and why; with what the run needs to do it. */
export interface Judged {
  number: number
  draft: Draft
  verdict: RowVerdict
  reasons: Text[]
  /** The key of the question that must be answered first. */
  question: string | null
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
  teams: ReadonlyMap<string, Team>
  residence: Map<string, string | null>
  mates: Sheetmates
}

/** A row of the sheet as it lies in its table. */
interface Lying {
  number: number
  cells: readonly string[]
}

/** Prepares what the rows of a sheet are judged by. */
export async function benchOf(ctx: Context, columns: readonly string[], answers: Readonly<Record<string, string>>): Promise<Bench> {
  const teams = await ctx.store.beyondReach.query(Team).where("it.state <> 'DISBANDED'").rows()
  return { columns, answers, places: await gazetteerOf(ctx), teams: new Map(teams.map(team => [team.name, team])), residence: new Map(), mates: new Sheetmates() }
}

const read = (ctx: Context, bench: Bench, rows: readonly Lying[]): ReadRow[] => rows.map(({ number, cells }) => knownBy(number, readRow(cells, bench.columns, bench.places, bench.answers, ctx.today), ctx.today))

/** Recalls rows that a run before this one has settled, so that the rest is judged as it would have been then. */
export function recallRows(ctx: Context, bench: Bench, rows: readonly Lying[]): void {
  for (const row of read(ctx, bench, rows)) bench.mates.meet(row)
}

/** Judges some rows, in their order: the dry run and the real one ask exactly this. */
export async function judgeRows(ctx: Context, bench: Bench, rows: readonly Lying[]): Promise<Judged[]> {
  const all = read(ctx, bench, rows)
  const known = await lookUp(ctx, all)
  const judged: Judged[] = []
  for (const row of all) judged.push(await judgeRow(ctx, bench, known, row))
  return judged
}

async function judgeRow(ctx: Context, bench: Bench, known: Known, row: ReadRow): Promise<Judged> {
  const { number, draft } = row
  const judged: Judged = { number, draft, verdict: RowVerdict.ERROR, reasons: [], question: null, person: null, newcomer: null, volunteer: null, teamId: null }
  const met = bench.mates.meet(row)
  if (met.same) return end(judged, RowVerdict.ERROR, say(`与第 ${met.same.number} 行重复：${met.same.by.zh}。`, `Row ${met.same.number} has ${met.same.by.en}.`))
  const match = whoIs(known, row)
  judged.person = match.person
  if (!judged.person && met.like) {
    const answer = answered(bench, judged, `twin/${number}/${met.like}`, say(`与第 ${met.like} 行姓名、出生日期和嘎查村相同。请补充身份号码，或确认是否同一人。`, `The same name, birth and village as row ${met.like}. Add the resident ID, or say whether it is the same person.`))
    if (!answer) return judged
    if (answer === 'SAME') return end(judged, RowVerdict.ERROR, say(`与第 ${met.like} 行是同一人，不再导入。`, `The same person as row ${met.like}; not imported again.`))
  } else if (match.suspect) {
    if (liesWithin(ctx.actor, match.suspect) === false) return end(judged, RowVerdict.CONFLICT, say('疑似已在其他苏木乡镇登记，请联系旗退役军人事务局办理。', 'Perhaps registered in another township; ask the bureau.'))
    const answer = answered(bench, judged, `same/${number}`, say('疑似已登记：姓名、出生日期和嘎查村相同。请补充身份号码，或确认是否同一人。', 'Perhaps registered already: same name, birth and village. Add the resident ID, or say whether it is the same person.'))
    if (!answer) return judged
    if (answer === 'SAME') judged.person = match.suspect
  }
  if (judged.person && liesWithin(ctx.actor, judged.person) === false) return end(judged, RowVerdict.CONFLICT, say('此人已在其他苏木乡镇登记，请联系旗退役军人事务局办理。', 'Registered in another township; ask the bureau.'))
  const contradiction = match.contradiction ?? nationalClash(known, row, judged.person)
  if (contradiction) return end(judged, RowVerdict.CONFLICT, contradiction)
  judged.volunteer = judged.person && (known.volunteers.get(judged.person.id) ?? null)
  return weighRow(ctx, bench, judged)
}

const end = (judged: Judged, verdict: RowVerdict, ...reasons: Text[]): Judged => Object.assign(judged, { verdict, reasons })

/** The answer to a question about who somebody is; without one the row waits for it. */
function answered(bench: Bench, judged: Judged, question: string, why: Text): 'SAME' | 'OTHER' | null {
  const answer = bench.answers[question]
  if (answer === 'SAME' || answer === 'OTHER') return answer
  end(judged, RowVerdict.CONFLICT, why).question = question
  return null
}

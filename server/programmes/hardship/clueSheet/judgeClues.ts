import type { ArgumentValidationError } from 'type-graphql'
import { gazetteerOf } from '../../../bureau/regions/gazetteerOf'
import type { Context } from '../../../kernel/context'
import { Invalid, Refusal } from '../../../kernel/errors'
import { ruler } from '../../../kernel/inputRules'
import { readSheet } from '../../../kernel/readSheet'
import { fingerprint } from '../../../kernel/sealed'
import { contentOf, ownFile } from '../../../kernel/sealedFiles'
import { say, type Text } from '../../../kernel/text'
import { fieldsOf, RULES } from '../../../kernel/validation'
import { RowVerdict } from '../../../kernel/RowVerdict'
import { Person, PersonState } from '../../../people/persons/Person'
import { CaseState } from '../enums'
import { HardshipCase } from '../HardshipCase'
import { draftClue } from '../reportClue'
import { readHeads } from './fields'
import { type ClueDraft, readClue } from './readClue'

/** A row with what is to become of it, and why. */
export interface JudgedClue {
  number: number
  name: string
  verdict: RowVerdict
  reasons: Text[]
  /** The clue, ready to be saved; only where the verdict is NEW. */
  clue: HardshipCase | null
}

/** How many rows a sheet of clues may have, so that it is read and written within a request's time. */
const MOST = 300

/** Judges the rows of a sheet of clues by the very act that a form uses: the preview and the import ask exactly this. */
export async function judgeClues(ctx: Context, fileId: string): Promise<JudgedClue[]> {
  const parts: Buffer[] = []
  for await (const part of contentOf(ctx.database, await ownFile(ctx, fileId))) parts.push(part)
  const [head, ...rows] = await readSheet(Buffer.concat(parts))
  if (!head || rows.length === 0) throw new Invalid({ fileId: say('表格里没有数据：第一行应为列名，其下为数据。', 'The sheet holds no rows: the first is its head, the others follow.') })
  if (rows.length > MOST) throw new Invalid({ fileId: say(`一次最多 ${MOST} 行，请分成几份。`, `At most ${MOST} rows; send it in parts.`) })
  const { columns, wrong } = readHeads(head.cells)
  if (wrong.length > 0) throw new Invalid({ fileId: say(wrong.map(text => text.zh).join(''), wrong.map(text => text.en).join(' ')) })
  const places = await gazetteerOf(ctx)
  const seen = new Set<string>()
  const judged: JudgedClue[] = []
  for (const { number, cells } of rows) judged.push(await judge(ctx, number, readClue(cells, columns, places, ctx.today), seen))
  return judged
}

async function judge(ctx: Context, number: number, draft: ClueDraft, seen: Set<string>): Promise<JudgedClue> {
  const as = (verdict: RowVerdict, reasons: Text[], clue: HardshipCase | null = null): JudgedClue => ({ number, name: draft.name, verdict, reasons, clue })
  const { input, wrong } = draft
  const person = await knownPerson(ctx, draft)
  if (person && person.name !== draft.name) wrong.push(say('身份证号已登记在另一姓名之下，请核对。', 'The resident ID belongs to another name: check it.'))
  const faults = await ruler.validate(input, RULES)
  wrong.push(...Object.values(fieldsOf({ extensions: { validationErrors: faults } } as unknown as ArgumentValidationError)))
  if (wrong.length > 0) return as(RowVerdict.ERROR, wrong)
  if (person) Object.assign(input, { personId: person.id })
  try {
    const clue = await draftClue(ctx, input)
    const key = clue.personId ?? `${clue.regionCode}/${draft.name}`
    const twin = seen.has(key) ? say('与本表前面的一行是同一人。', 'The same person stands in an earlier row.') : await standing(ctx, clue, draft.name)
    seen.add(key)
    return twin ? as(RowVerdict.SAME, [twin]) : as(RowVerdict.NEW, [], clue)
  } catch (error) {
    if (error instanceof Invalid) return as(RowVerdict.ERROR, Object.values(error.fields))
    if (error instanceof Refusal) return as(RowVerdict.ERROR, [error.text])
    throw error
  }
}

/** Whom a row means: by resident ID, or by telephone and name; within reach alone. */
async function knownPerson({ store }: Context, { idCard, name, input }: ClueDraft): Promise<Person | null> {
  const living = store.query(Person).where('it.state = ?', PersonState.ACTIVE)
  if (idCard) return living.where('it.idCardPrint = ?', fingerprint(idCard)).first()
  return input.phone ? living.where('it.phonePrint = ? AND it.name = ?', fingerprint(input.phone), name).first() : null
}

/** Why nobody need be told again: a clue waits already, or a case is open. */
async function standing(ctx: Context, { personId, regionCode }: HardshipCase, name: string): Promise<Text | null> {
  const cases = ctx.store.beyondReach.query(HardshipCase)
  if (personId) {
    const open = await cases.where('it.personId = ? AND it.state <> ?', personId, CaseState.CLOSED).exists()
    return open ? say('此人已有待处理的线索或在办案件。', 'A clue or a case of this person is open.') : null
  }
  const waiting = await cases.where('it.regionCode = ? AND it.state = ? AND it.personId IS NULL', regionCode, CaseState.CLUE).allWhole(false)
  return waiting.some(clue => clue.clueName === name) ? say('同村同名的线索已在待处理中。', 'A clue of that name in that village waits already.') : null
}

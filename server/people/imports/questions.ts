import type { Context } from '../../kernel/context'
import { fullNameOf } from '../../bureau/regions/regionOf'
import { say } from '../../kernel/text'
import { benchOf } from './judge'
import { readRow } from './readRow'
import { unsealFor } from './rows'
import { ImportState, type VolunteerImport } from './VolunteerImport'

/** What must be said before some rows can be imported. */
export interface Question {
  key: string
  text: string
  rows: number
  choices: { value: string; label: string }[]
}

const MOST = 50
/** What may be said of somebody who is perhaps known. */
const WHO = [{ value: 'SAME', label: say('是同一人', 'The same person') }, { value: 'OTHER', label: say('不是，登记为新人', 'Somebody else') }]

/** The open questions of an import that has been checked: each place that may mean several, each suspect. */
export async function questionsOf(ctx: Context, one: VolunteerImport): Promise<Question[]> {
  if (one.state !== ImportState.CHECKED || one.ownerId !== ctx.actor.id) return []
  const rows = await ctx.store.sql('SELECT question, COUNT(*) AS n, MIN(number) AS number FROM import_rows WHERE importId = ? AND question IS NOT NULL GROUP BY question ORDER BY number LIMIT ?', [one.id, MOST])
  if (rows.length === 0) return []
  const bench = await benchOf(ctx, one.columns ?? [], one.answers ?? {})
  const en = ctx.origin.locale === 'en'
  const questions: Question[] = []
  for (const { question, n, number } of rows) {
    const [row] = await ctx.store.sql('SELECT cells FROM import_rows WHERE importId = ? AND number = ?', [one.id, number as number])
    const draft = readRow(unsealFor<string[]>(one.id, number as number, 'cells', row!.cells as Buffer | null) ?? [], bench.columns, bench.places, {}, ctx.today)
    const key = question as string
    const count = Number(n)
    const [kind, , mate] = key.split('/')
    if (kind !== 'place') {
      const [zh, other] = kind === 'twin' ? [`第 ${mate} 行`, `row ${mate}`] : ['已登记的人', 'somebody registered']
      const text = en ? `Row ${number}: ${draft.name} has the name, birth and village of ${other}.` : `第 ${number} 行 ${draft.name}：与${zh}姓名、出生日期、嘎查村相同，是同一人吗？`
      questions.push({ key, rows: count, text, choices: WHO.map(({ value, label }) => ({ value, label: label[en ? 'en' : 'zh'] })) })
      continue
    }
    const choices = await Promise.all((draft.place?.choices ?? []).map(async region => ({ value: region.code, label: await fullNameOf(ctx, region) })))
    questions.push({ key, rows: count, text: en ? `Which place is “${draft.place?.said ?? ''}”?` : `“${draft.place?.said ?? ''}”是哪个地方？`, choices })
  }
  return questions
}

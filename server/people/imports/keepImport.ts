import type { Context } from '../../kernel/context'
import { Invalid, NotFound, WrongState } from '../../kernel/errors'
import { beginJob, LongJob } from '../../kernel/longJobs'
import { ownFile } from '../../kernel/sealedFiles'
import { say } from '../../kernel/text'
import { FIELDS, IGNORE } from './fields'
import type { ImportSheetInput } from './inputs'
import { ImportState as S, VolunteerImport } from './VolunteerImport'

const EVERYWHERE = '000000000000'

/** Begins an import of a sheet that was sent; it is read as a job. */
export async function importSheet(ctx: Context, { fileId, source }: ImportSheetInput): Promise<VolunteerImport> {
  const file = await ownFile(ctx, fileId)
  const one = VolunteerImport.of({
    ownerId: ctx.actor.id, ownerName: ctx.actor.name, regionCode: ctx.actor.reach.regionCode ?? EVERYWHERE, source, state: S.READING, fileId, fileName: file.name, digest: file.digest,
    heads: null, columns: null, answers: null, total: 0, jobId: null,
  })
  one.jobId = (await beginJob(ctx, 'IMPORT_READ', say(`读取 ${file.name}`, `Reading ${file.name}`), { importId: one.id }, one.id)).id
  return ctx.store.save(one)
}

/** Says what each column means, and answers the questions; every row is then checked, and nothing is written. */
export async function checkImport(ctx: Context, id: string, version: number, columns: readonly string[], answers: readonly { key: string; value: string }[]): Promise<VolunteerImport> {
  const one = await ownImport(ctx, id, version)
  mustBeIn(one, S.COLUMNS, S.CHECKED)
  const heads = one.heads ?? []
  const known = new Set([...FIELDS.map(field => field.key), IGNORE])
  const used = columns.filter(column => column !== IGNORE)
  if (columns.length !== heads.length || columns.some(column => !known.has(column))) throw new Invalid({ columns: say('每一列都要选择含义，或明确不导入。', 'Each column needs a meaning, or is said to be left out.') })
  if (new Set(used).size !== used.length) throw new Invalid({ columns: say('两列不能是同一内容。', 'Two columns cannot mean the same.') })
  const lacking = FIELDS.filter(field => field.required && !used.includes(field.key))
  if (lacking.length > 0) throw new Invalid({ columns: say(`缺少必需的列：${lacking.map(field => field.title.zh).join('、')}。`, `Columns that are needed: ${lacking.map(field => field.title.en).join(', ')}.`) })
  Object.assign(one, { columns: [...columns], answers: { ...one.answers, ...Object.fromEntries(answers.map(({ key, value }) => [key, value])) }, state: S.CHECKING })
  one.jobId = (await beginJob(ctx, 'IMPORT_CHECK', say(`核对 ${one.fileName}`, `Checking ${one.fileName}`), { importId: id }, id)).id
  return ctx.store.save(one, { action: 'CHECK' })
}

/** Writes the rows that are new or differ. */
export async function runImport(ctx: Context, id: string, version: number): Promise<VolunteerImport> {
  const one = await ownImport(ctx, id, version)
  mustBeIn(one, S.CHECKED)
  one.state = S.RUNNING
  one.jobId = (await beginJob(ctx, 'IMPORT_RUN', say(`导入 ${one.fileName}`, `Importing ${one.fileName}`), { importId: id }, id)).id
  return ctx.store.save(one, { action: 'RUN' })
}

/** Takes back what an import did, where nobody has touched it since. */
export async function undoImport(ctx: Context, id: string, version: number, reason: string): Promise<VolunteerImport> {
  if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  const one = await ownImport(ctx, id, version)
  mustBeIn(one, S.DONE)
  one.state = S.UNDOING
  one.jobId = (await beginJob(ctx, 'IMPORT_UNDO', say(`撤销导入 ${one.fileName}`, `Taking back ${one.fileName}`), { importId: id }, id)).id
  return ctx.store.save(one, { action: 'UNDO', note: reason })
}

/** Goes on with an import whose job failed or was cancelled. */
export async function resumeImport(ctx: Context, id: string, version: number): Promise<VolunteerImport> {
  const one = await ownImport(ctx, id, version)
  const kind = { [S.READING]: 'IMPORT_READ', [S.CHECKING]: 'IMPORT_CHECK', [S.RUNNING]: 'IMPORT_RUN', [S.UNDOING]: 'IMPORT_UNDO' }[one.state as string]
  if (!kind) throw new WrongState(one.state, [])
  const job = one.jobId && (await ctx.store.query(LongJob).where('it.id = ?', one.jobId).first())
  if (job && job.isUnfinished()) throw new WrongState(one.state, [])
  one.jobId = (await beginJob(ctx, kind, say(`继续 ${one.fileName}`, `Going on with ${one.fileName}`), { importId: id }, id)).id
  return ctx.store.save(one, { action: 'RESUME' })
}

/** An import of one's own, held; another's looks absent. */
async function ownImport(ctx: Context, id: string, version: number): Promise<VolunteerImport> {
  const one = await ctx.store.hold(VolunteerImport, id, version)
  if (one.ownerId !== ctx.actor.id) throw new NotFound()
  return one
}

function mustBeIn(one: VolunteerImport, ...states: S[]): void {
  if (!states.includes(one.state)) throw new WrongState(one.state, states)
}

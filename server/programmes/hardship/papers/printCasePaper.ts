import { DRAWING, makePaper, numberInUse, type PaperForm, paperForms } from '../../../bureau/templates/makePaper'
import type { Context } from '../../../kernel/context'
import { NotFound, WrongState } from '../../../kernel/errors'
import type { Given } from '../../../kernel/givePaper'
import type { PaperData } from '../../../kernel/paper'
import { say } from '../../../kernel/text'
import { keepPace } from '../../../kernel/throttle'
import { CaseSnapshot } from '../CaseSnapshot'
import { CaseState } from '../enums'
import { thaw } from '../freezeCase'
import { HardshipCase } from '../HardshipCase'
import { CasePaperKind, casePapers } from './CasePaperKind'
import { decisionData, noticeData } from './paperData'

const OUTCOMES = { CASE_APPROVAL: CaseState.APPROVED, CASE_REFUSAL: CaseState.REFUSED } as const

/** A paper of a case, for whoever sees the case; it leaves a line in the trail, with the version of the template by which it was worded. Refuses with FORBIDDEN, NOT_FOUND, WRONG_STATE, LIMITED, UNAVAILABLE. */
export async function printCasePaper(ctx: Context, id: string, kind: string, form: string): Promise<Given> {
  ctx.actor.mustBeAllowed('case.read')
  if (!Object.hasOwn(casePapers, kind) || !Object.hasOwn(paperForms, form)) throw new NotFound()
  const paper = casePapers[kind as CasePaperKind]
  const note = (): Promise<unknown> => ctx.transact('printCasePaper', async inner => {
    const one = await inner.store.hold(HardshipCase, id)
    const data = await dataOf(inner, one, kind as CasePaperKind)
    const template = await numberInUse(inner, paper)
    inner.store.remark('HardshipCase', one.id, one.regionCode, { action: kind, note: `${form}, ${template}` })
    return { number: one.number, data, template }
  })
  const { number, data, template } = (await keepPace('printCasePaper', DRAWING, ctx, note)) as { number: string; data: PaperData; template: number }
  return { name: `${paper.zh} ${number}.${form}`, ...(await makePaper(ctx, paper, data, form as PaperForm, template)) }
}

async function dataOf(ctx: Context, one: HardshipCase, kind: CasePaperKind): Promise<PaperData> {
  if (kind === CasePaperKind.CASE_NOTICE) {
    if (!hasNotice(one)) throw new WrongState(one.state, [], say('没有公示，不能打印公示。', 'There is no notice to be printed.'))
    return noticeData(ctx, one)
  }
  const last = (await ctx.store.holdParts(CaseSnapshot, 'caseId', one.id)).at(-1)
  // A decision that was set aside, or that an earlier round ended with, no longer stands.
  if (!last || !one.decidedOn || last.outcome !== OUTCOMES[kind]) throw new WrongState(one.state, [], say('目前没有这样的决定，不能打印。', 'There is no such decision at present.'))
  return decisionData(ctx, one, thaw(last), last.decidedOn)
}

const hasNotice = ({ noticeFrom, noticeSkipped }: HardshipCase): boolean => noticeFrom !== null && !noticeSkipped

/** Which papers of a case may be printed now. */
export async function openPapers(ctx: Context, one: HardshipCase): Promise<CasePaperKind[]> {
  const outcome = one.decidedOn ? await lastOutcome(ctx, one.id) : null
  return Object.values(CasePaperKind).filter(kind => (kind === CasePaperKind.CASE_NOTICE ? hasNotice(one) : outcome === OUTCOMES[kind]))
}

const lastOutcome = ({ store }: Context, id: string): Promise<CaseState | null> =>
  store.batch('case.lastOutcome', id, async ids => {
    const rows = await store.sql<{ caseId: string; outcome: CaseState }[]>('SELECT caseId, outcome FROM case_snapshots WHERE caseId IN (?) ORDER BY id', [ids as never])
    const outcomes = new Map(rows.map(({ caseId, outcome }) => [caseId, outcome]))
    return ids.map(each => outcomes.get(each) ?? null)
  })

import type { Opening } from '../../bureau/tasks/openTask'
import { TaskKind } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import type { Condition } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { CaseObjection } from './CaseObjection'
import { dueSoonSql, openSql, overdueSql, repeatedSql, unownedSql } from './conditions'
import { CaseObjectionState } from './enums'
import { HardshipCase } from './HardshipCase'

/** To whom a task about a case goes: to whoever has it in hand, and in its township to those alone who have the case role. It tells nobody what the hardship is. */
const about = (one: HardshipCase): Pick<Opening, 'kind' | 'regionCode' | 'personId' | 'assigneeId' | 'caseWorkerId' | 'may'> => {
  const keeper = one.standInId ?? one.ownerId
  return { kind: TaskKind.CASE, regionCode: one.regionCode, personId: one.personId, assigneeId: keeper, caseWorkerId: keeper, may: 'case.read' }
}

const named = ({ number }: HardshipCase): { zh: string; en: string } => (number ? { zh: `案件 ${number}`, en: `Case ${number}` } : { zh: '困难线索', en: 'A clue' })
const both = (first: Condition, second: Condition): Condition => ({ sql: `${first.sql} AND ${second.sql}`, values: [...first.values, ...second.values] })

interface Told {
  cause: string
  stands: (ctx: Context) => Condition
  /** The last day on which it is in time. */
  due: (ctx: Context, one: HardshipCase) => string | Promise<string>
  zh: (one: HardshipCase) => string
  en: (one: HardshipCase) => string
}

function tell({ cause, stands, due, zh, en }: Told): void {
  watchFor<HardshipCase>({
    cause,
    type: HardshipCase,
    stands,
    opening: async (ctx, one) => ({ ...about(one), title: `${named(one).zh}：${zh(one)}`, titleEn: `${named(one).en}: ${en(one)}`, dueAt: endOf(await due(ctx, one)) }),
  })
}

/** The rules of a case's own policy, in SQL about `p`. */
const byPolicy = (sql: string, ...values: string[]): Condition => ({ sql: `EXISTS (SELECT 1 FROM help_policies p WHERE p.id = it.policyId AND ${sql})`, values })

// Yellow from 80 % of a state's clock on, red when it has run out: then the head and the bureau see it too.
tell({ cause: 'CASE_YELLOW', stands: ({ today }) => both({ sql: "it.state NOT IN ('CLOSED','FOLLOW_UP')", values: [] }, dueSoonSql(today)), due: (_, one) => one.dueOn!, zh: one => `本环节将于 ${one.dueOn} 到期`, en: one => `this step is due on ${one.dueOn}` })
tell({ cause: 'CASE_RED', stands: ({ today }) => both({ sql: "it.state <> 'CLOSED'", values: [] }, overdueSql(today)), due: (_, one) => one.dueOn!, zh: one => `本环节已超期（应于 ${one.dueOn} 前办结），请督办`, en: one => `this step is overdue (it was due on ${one.dueOn})` })

tell({
  cause: 'CASE_NO_CONTACT',
  stands: ({ today }) => both(both({ sql: "it.colour = 'RED'", values: [] }, openSql()), byPolicy('COALESCE(it.lastContactOn, it.registeredOn) < DATE_SUB(?, INTERVAL p.redContactDays DAY)', today)),
  due: ({ today }) => today, zh: one => `红色案件多日未联系本人（上次 ${one.lastContactOn ?? '无'}）`, en: one => `a red case has been without contact (last ${one.lastContactOn ?? 'never'})`,
})
tell({ cause: 'CASE_UNOWNED', stands: () => both(openSql(), unownedSql()), due: ({ today }) => today, zh: () => '承办人账号已停用，请重新分派', en: () => 'its owner’s account is closed: assign it anew' })
tell({
  cause: 'CASE_NOTHING_GIVEN',
  stands: ({ today }) => both({ sql: "it.state IN ('APPROVED','PLANNED') AND it.firstGivenOn IS NULL", values: [] }, byPolicy('it.decidedOn < DATE_SUB(?, INTERVAL p.nothingGivenDays DAY)', today)),
  due: ({ today }) => today, zh: one => `${one.decidedOn} 已批准，至今未落实帮扶`, en: one => `approved on ${one.decidedOn}, and nothing has been given`,
})
tell({ cause: 'CASE_PAPERS', stands: () => both(openSql(), { sql: 'it.papersDueOn IS NOT NULL', values: [] }), due: (_, one) => one.papersDueOn!, zh: one => `应急帮扶须在 ${one.papersDueOn} 前补齐材料`, en: one => `the papers of urgent help are due on ${one.papersDueOn}` })
tell({ cause: 'CASE_FOLLOW_UP', stands: ({ today }) => ({ sql: "it.state IN ('IN_HELP','FOLLOW_UP') AND it.nextFollowUpOn <= ?", values: [today] }), due: (_, one) => one.nextFollowUpOn!, zh: one => `应于 ${one.nextFollowUpOn} 回访`, en: one => `a follow-up is due on ${one.nextFollowUpOn}` })
tell({ cause: 'CASE_DUPLICATE', stands: repeatedSql, due: ({ today }) => today, zh: () => '疑似重复帮扶，请在审批前核对', en: () => 'help for the same cause may have been given already: look before it is approved' })
tell({ cause: 'CASE_OBJECTION', stands: () => ({ sql: 'it.objectionOpen IS NOT NULL', values: [] }), due: answerBy, zh: () => '有异议待复核', en: () => 'an objection is to be answered' })

/** A case waits for whoever it was handed to: they are told, not its owner. */
watchFor<HardshipCase>({
  cause: 'CASE_TRANSFER',
  type: HardshipCase,
  stands: () => ({ sql: '(it.transferToId IS NOT NULL OR it.transferRegion IS NOT NULL)', values: [] }),
  opening: ({ today }, one) => ({
    ...about(one), regionCode: one.transferRegion ?? one.regionCode, assigneeId: one.transferToId, caseWorkerId: one.transferToId, title: `${named(one).zh}：移交待接收`, titleEn: `${named(one).en}: a transfer is to be answered`, dueAt: endOf(today),
  }),
})

async function answerBy({ store, today }: Context, { id }: HardshipCase): Promise<string> {
  const objections = await store.parts(CaseObjection, 'caseId', id)
  return objections.find(objection => objection.state === CaseObjectionState.OPEN)?.dueOn ?? today
}

import { clock, defineSheet, inWords, wordsFor, yesNo } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { askedByRegion, placeColumns } from '../regions/sheet'
import { searchTasks, TaskFilter, TaskSort } from './searchTasks'
import { Task, TaskKind, TaskState } from './Task'

const states = wordsFor<TaskState>('TaskState', { OPEN: say('待处理', 'Open'), SETTLED: say('已办结', 'Settled'), CANCELLED: say('已取消', 'Cancelled') })
const kinds = wordsFor<TaskKind>('TaskKind', { RED_FLAG: say('险情处置', 'Red flag'), OVERDUE: say('走访超期', 'Visit overdue'), UNPAIRED_HIGH: say('高风险未结对', 'High risk unpaired'), HANDOVER: say('待交接', 'Handover needed'), CONSENT_MISSING: say('缺同意', 'Consent missing'), TEAM_BELOW_MINIMUM: say('队伍人数不足', 'Team below minimum'), TEAM_NO_LEADER: say('队伍无队长', 'Team without leader'), EXEMPTION_ENDING: say('豁免将到期', 'Exemption ending'), JOIN_WAITING: say('入队申请待答复', 'Request to join waiting'), PAUSE_OVER: say('暂停到期', 'Pause over'), WEATHER: say('气象预警', 'Weather warning'), PLAN_TARGET: say('方案目标', 'Target of the plan'), ACTIVITY: say('活动待办', 'Activity'), ACTIVITY_NOTICE: say('活动通知', 'Activity notice'), DUTY: say('每月活动', 'Monthly duty'), APPLICATION_WAITING: say('申请待审核', 'Application waiting'), INSURANCE_ENDING: say('保险将到期', 'Insurance ending'), QUALIFICATION_ENDING: say('证书将到期', 'Certificate ending'), CASE: say('困难帮扶案件', 'Hardship case'), POST: say('示范岗待办', 'Pioneer post'), OTHER: say('其他', 'Other') })

/** The tasks, as they may leave. */
export const taskSheet = defineSheet<Task, TaskFilter, TaskSort>({
  name: 'tasks', title: say('任务', 'Tasks'), type: Task, may: 'task.read', filter: TaskFilter, sort: TaskSort, rows: searchTasks,
  columns: [
    { key: 'title', title: say('事项', 'What'), width: 40, value: (row, { origin }) => (origin.locale === 'en' ? row.titleEn : row.title) },
    { key: 'kind', title: say('类型', 'Kind'), width: 14, value: (row, ctx) => inWords(kinds, row.kind, ctx) },
    { key: 'state', title: say('状态', 'State'), width: 10, value: (row, ctx) => inWords(states, row.state, ctx) },
    { key: 'dueAt', title: say('期限', 'Due'), width: 18, value: row => clock(row.dueAt) },
    { key: 'overdue', title: say('超期', 'Overdue'), width: 8, value: (row, ctx) => yesNo(row.state === TaskState.OPEN && row.dueAt < ctx.now, ctx) },
    { key: 'openedAt', title: say('产生时间', 'Opened'), width: 18, value: row => clock(row.openedAt) },
    ...placeColumns<Task>(),
    { key: 'settledAt', title: say('办结时间', 'Settled'), width: 18, value: row => clock(row.settledAt) },
    { key: 'settlement', title: say('处理情况', 'What was done'), width: 40, value: row => row.settlement },
  ],
  filters: { region: askedByRegion, state: { title: say('状态', 'State'), words: states }, kind: { title: say('类型', 'Kind'), words: kinds }, overdue: { title: say('超期', 'Overdue') }, inTime: { title: say('按时办结', 'Settled in time') }, openedOnFrom: { title: say('产生日期起', 'Opened from') }, openedOnTo: { title: say('产生日期止', 'Opened to') } },
})

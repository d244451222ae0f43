import { AuditEntry } from '../../kernel/audit'
import { clock, defineSheet, wordsFor, inWords } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { AuditFilter, searchTrail } from './searchTrail'

const roles = wordsFor('Role', {
  bureauAdministrator: say('局管理员', 'Bureau administrator'), bureauLeader: say('局领导', 'Bureau leader'), bureauOfficer: say('局业务人员', 'Bureau officer'), auditor: say('审计员', 'Auditor'), system: say('系统', 'system'), anonymous: say('访客', 'visitor'),
  stationHead: say('服务站站长', 'Station head'), stationWorker: say('服务站工作人员', 'Station worker'), villageLiaison: say('嘎查村联络员', 'Village liaison'), caseWorker: say('个案工作者', 'Case worker'), teamLeader: say('服务队队长', 'Team leader'), volunteer: say('志愿者', 'Volunteer'),
})
const titles = { at: say('时间', 'When'), actor: say('操作人', 'Who'), act: say('操作', 'Act'), entity: say('对象', 'Record'), result: say('结果', 'Result') }

/** The audit trail, as its auditor may take it along. */
export const trailSheet = defineSheet<AuditEntry, AuditFilter, object>({
  name: 'auditTrail', title: say('审计日志', 'Audit trail'), type: AuditEntry, may: 'audit.read', filter: AuditFilter, rows: (ctx, filter) => searchTrail(ctx, filter),
  columns: [
    { key: 'at', title: titles.at, width: 18, value: row => clock(row.createdAt) },
    { key: 'actorName', title: titles.actor, width: 14, value: row => row.actorName },
    { key: 'role', title: say('角色', 'Role'), width: 14, value: (row, ctx) => inWords(roles, row.role, ctx) },
    { key: 'act', title: titles.act, width: 22, value: row => row.act },
    { key: 'entity', title: titles.entity, width: 16, value: row => row.entity },
    { key: 'entityId', title: say('对象编号', 'Record id'), width: 28, value: row => row.entityId },
    { key: 'action', title: say('动作', 'Action'), width: 14, value: row => row.action },
    { key: 'result', title: titles.result, width: 14, value: row => row.result },
    { key: 'note', title: say('说明', 'Note'), width: 40, value: row => row.note },
    { key: 'changes', title: say('变化', 'Changes'), width: 60, value: row => Object.entries(row.changes ?? {}).map(([field, [before, after]]) => `${field}: ${[before, after].map(value => (value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value))).join(' → ')}`).join('; ') || null },
    { key: 'ip', title: say('网络地址', 'Address'), width: 16, value: row => row.ip },
    { key: 'requestId', title: say('请求编号', 'Request'), width: 16, value: row => row.requestId },
    { key: 'actId', title: say('操作编号', 'Act id'), width: 28, value: row => row.actId },
  ],
  filters: { entity: { title: titles.entity }, entityId: { title: say('对象编号', 'Record id') }, actorId: { title: titles.actor }, act: { title: titles.act }, result: { title: titles.result }, from: { title: say('起', 'From') }, to: { title: say('止', 'To') } },
})

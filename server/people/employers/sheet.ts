import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import { defineSheet, inWords, masked, spoken, wordsFor } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { Employer, EmployerKind, EmployerState } from './Employer'
import { industries } from './industries'
import { EmployerFilter, EmployerSort } from './inputs'
import { searchEmployers } from './searchEmployers'
import { veteranCountOf } from './veteranCount'

export const employerKinds = wordsFor<EmployerKind>('EmployerKind', {
  GOVERNMENT: say('机关', 'Government office'), INSTITUTION: say('事业单位', 'Public institution'), STATE_FIRM: say('国有企业', 'State firm'), PRIVATE_FIRM: say('民营企业', 'Private firm'), SELF_EMPLOYED: say('个体工商户', 'Self-employed'), SOCIAL_ORG: say('社会组织', 'Social organisation'),
})
const states = wordsFor<EmployerState>('EmployerState', { ACTIVE: say('在业', 'Active'), CLOSED: say('已注销', 'Closed'), MERGED: say('已合并', 'Merged') })

/** The employers, as they may leave. */
export const employerSheet = defineSheet<Employer, EmployerFilter, EmployerSort>({
  name: 'employers', title: say('用人单位', 'Employers'), type: Employer, may: 'employer.read', filter: EmployerFilter, sort: EmployerSort, rows: searchEmployers,
  columns: [
    { key: 'name', title: say('单位名称', 'Name'), width: 32, value: row => row.name },
    { key: 'kind', title: say('单位性质', 'Kind'), width: 12, value: (row, ctx) => inWords(employerKinds, row.kind, ctx) },
    { key: 'creditCode', title: say('统一社会信用代码', 'Credit code'), width: 22, value: row => row.creditCode },
    { key: 'creditCodeReason', title: say('代码存疑说明', 'Why the code was taken'), width: 20, value: row => row.creditCodeReason },
    { key: 'industry', title: say('行业', 'Industry'), width: 20, value: (row, ctx) => row.industryCode && inWords(industries, row.industryCode, ctx) },
    { key: 'state', title: say('状态', 'State'), width: 10, value: (row, ctx) => inWords(states, row.state, ctx) },
    ...placeColumns<Employer>(),
    { key: 'premises', title: say('地址', 'Address'), width: 24, value: row => row.premises },
    { key: 'contactName', title: say('联系人', 'Contact'), width: 12, value: row => masked(row, 'contactName') },
    { key: 'contactPhone', title: say('联系电话', 'Phone'), width: 16, value: row => masked(row, 'contactPhone') },
    { key: 'veteranCount', title: say('在职退役军人数', 'Veterans at work'), width: 14, value: (row, ctx) => veteranCountOf(ctx, row.id) },
  ],
  filters: {
    q: spoken(say('关键词', 'Keyword')), region: askedByRegion, kind: { title: say('单位性质', 'Kind'), words: employerKinds }, state: { title: say('状态', 'State'), words: states }, industryCode: { title: say('行业', 'Industry'), words: industries },
    withVeterans: { title: say('有退役军人在职', 'With veterans') }, codeOverridden: { title: say('信用代码存疑', 'Code taken for a reason') },
  },
})

import { defineSetting } from '../../bureau/settings/defineSetting'

/** The numbers of the ledger that the bureau may set (rules.md 2.2). */
export const numbers = {
  noteAfter: defineSetting({ key: 'hours.noteAfter', default: 8, unit: '小时', zh: '一人一天服务超过多少小时须写明原因', en: 'Hours of one person on one day beyond which a note must say why', source: '[B-low] 民政部令第67号', least: 1, most: 24 }),
  answerDays: defineSetting({ key: 'hours.answerDays', default: 5, unit: '个工作日', zh: '志愿者反映记录有误，几个工作日内答复', en: 'Working days within which a reported error is answered', source: '[D]', least: 1, most: 30 }),
} as const

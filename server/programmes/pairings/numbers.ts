import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import { maxLoad } from '../../people/volunteers/numbers'
import type { Context } from '../../kernel/context'
import type { DueNumbers } from './dueRule'

/** The numbers of pairings and visits that the bureau may set (programmes.md 4.8). */
export const numbers = {
  maxLoad,
  adultAge: defineSetting({ key: 'pairing.adultAge', default: 18, unit: '岁', zh: '结对志愿者最低年龄', en: 'Least age of a paired volunteer', source: '[S] programmes.md 4.8', least: 18, most: 30 }),
  mostHelpers: defineSetting({ key: 'pairing.mostHelpers', default: 4, unit: '人', zh: '一个结对最多协助志愿者', en: 'Most helpers of a pairing', source: '[D]', least: 0, most: 5 }),
  soonPercent: defineSetting({ key: 'pairing.soonPercent', default: 20, unit: '%', zh: '走访周期最后多少算临近', en: 'Last part of the period that counts as due soon', source: '[D] programmes.md 4.8', least: 0, most: 90 }),
  phoneInARow: defineSetting({ key: 'pairing.phoneInARow', default: 1, unit: '次', zh: '连续几次电话联系可计入', en: 'Contacts by phone in a row that count', source: '[D] programmes.md 4.8', least: 0, most: 10 }),
  mostMinutes: defineSetting({ key: 'visit.mostMinutes', default: 600, unit: '分钟', zh: '一次走访最长时间', en: 'Longest visit', source: '[D]', least: 30, most: 1440 }),
  mostErrand: defineSetting({ key: 'visit.mostErrand', default: 500, unit: '元', zh: '一次代买代办最高金额', en: 'Most that one errand may cost', source: '[D] programmes.md 4.8', least: 1, most: 5000 }),
  flagHours: defineSetting({ key: 'visit.flagHours', default: 24, unit: '小时', zh: '险情须在多久内处置', en: 'Hours within which a red flag is dealt with', source: '[S] programmes.md 4.8', least: 1, most: 168 }),
  flagSilentHours: defineSetting({ key: 'visit.flagSilentHours', default: 4, unit: '小时', zh: '险情多久无人处置上报', en: 'Hours after which an unacknowledged red flag is escalated', source: '[D] programmes.md 4.8', least: 1, most: 48 }),
  lateLeaderDays: defineSetting({ key: 'pairing.lateLeaderDays', default: 2, unit: '天', zh: '走访超期几天提醒队长', en: 'Days overdue until the leader is told', source: '[D] programmes.md 4.8', least: 0, most: 60 }),
  lateStationDays: defineSetting({ key: 'pairing.lateStationDays', default: 5, unit: '天', zh: '走访超期几天提醒服务站', en: 'Days overdue until the station is told', source: '[D] programmes.md 4.8', least: 0, most: 60 }),
  lateBannerDays: defineSetting({ key: 'pairing.lateBannerDays', default: 10, unit: '天', zh: '走访超期几天提醒局机关', en: 'Days overdue until the bureau is told', source: '[D] programmes.md 4.8', least: 0, most: 90 }),
  unpairedDays: defineSetting({ key: 'pairing.unpairedDays', default: 3, unit: '天', zh: '高风险老人多少天未结对提醒', en: 'Days until an unpaired high-risk elder is reported', source: '[D] programmes.md 4.8', least: 0, most: 60 }),
  consentDays: defineSetting({ key: 'beneficiary.consentDays', default: 7, unit: '天', zh: '老人登记多少天未取得同意提醒', en: 'Days until a missing consent is reported', source: '[D] programmes.md 4.8', least: 1, most: 90 }),
  warningHours: defineSetting({ key: 'warning.visitHours', default: 12, unit: '小时', zh: '气象预警后须在多久内联系高风险老人', en: 'Hours within which elders at high risk are reached after a weather warning', source: '[D] programmes.md 4.8', least: 1, most: 72 }),
  warningDays: defineSetting({ key: 'warning.mostDays', default: 15, unit: '天', zh: '一次气象预警最长天数', en: 'Days that a weather warning lasts at most', source: '[D]', least: 1, most: 60 }),
} as const

/** The numbers that the due rule needs, as the bureau has them now. */
export async function dueNumbers(ctx: Context): Promise<DueNumbers> {
  return { soonPercent: await setting(ctx, numbers.soonPercent), phoneInARow: await setting(ctx, numbers.phoneInARow) }
}

import { defineSetting } from '../../bureau/settings/defineSetting'

/** The numbers of applications that the bureau may set. */
export const numbers = {
  leastAge: defineSetting({ key: 'application.leastAge', default: 16, unit: '岁', zh: '申请成为志愿者的最低年龄', en: 'Least age of an applicant', source: '[D] programmes.md 4.1', least: 10, most: 18 }),
  ownConsentAge: defineSetting({ key: 'application.ownConsentAge', default: 18, unit: '岁', zh: '未满多少岁须监护人同意', en: 'Below this age a guardian agrees as well', source: '[S] rules.md 2.7', least: 14, most: 18 }),
  perHour: defineSetting({ key: 'application.perHour', default: 10, unit: '次', zh: '同一网络地址每小时最多提交申请', en: 'Applications from one address in an hour', source: '[D]', least: 1, most: 1000 }),
} as const

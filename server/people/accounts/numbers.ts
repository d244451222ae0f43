import { defineSetting } from '../../bureau/settings/defineSetting'

/** How many wrong sign-ins one client address has before it must wait, and for how long they are counted. An office may share one address. */
export const addressTries = defineSetting({ key: 'signIn.addressTries', default: 50, unit: '次', zh: '同一网络地址登录失败次数上限', en: 'Wrong sign-ins that one address has', source: '[D] quality.md', least: 5, most: 10_000 })
export const addressMinutes = defineSetting({ key: 'signIn.addressMinutes', default: 15, unit: '分钟', zh: '登录失败次数按多久累计', en: 'Minutes over which wrong sign-ins of an address are counted', source: '[D] quality.md', least: 1, most: 1440 })

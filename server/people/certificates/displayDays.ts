import { defineSetting } from '../../bureau/settings/defineSetting'

/** How long an approved certificate is published among the members before it is sealed (rules.md 2.2). */
export const displayDays = defineSetting({
  key: 'certificate.displayDays', default: 0, unit: '天', zh: '记录证明审批后在成员中公示多少天才能盖章（通常不少于7天，0为不公示）', en: 'Days for which an approved certificate is published among the members before it is sealed (7 is usual; 0 for none)', source: '[S] 民发〔2015〕149号', least: 0, most: 60,
})

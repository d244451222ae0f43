import { defineSetting } from '../../../bureau/settings/defineSetting'

/** When somebody whom a follow-up did not reach is tried again; the days of the follow-ups themselves are the policy's. */
export const againDays = defineSetting({ key: 'case.againDays', default: 7, unit: '天', zh: '回访未联系上几天后再次回访', en: 'Days until somebody who was not reached is tried again', source: '[D]', least: 1, most: 60 })

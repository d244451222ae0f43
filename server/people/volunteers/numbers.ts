import { defineSetting } from '../../bureau/settings/defineSetting'

/** How many elders one volunteer takes on at most. */
export const maxLoad = defineSetting({ key: 'pairing.maxLoad', default: 3, unit: '户', zh: '一名志愿者最多结对户数', en: 'Elders that one volunteer takes on at most', source: '[D] programmes.md 4.8', least: 1, most: 20 })

import { defineSetting } from '../../bureau/settings/defineSetting'

/** How many elders one volunteer takes on at most. */
export const maxLoad = defineSetting({ key: 'pairing.maxLoad', default: 3, unit: '户', zh: '一名志愿者最多结对户数', en: 'Elders that one volunteer takes on at most', source: '[D] programmes.md 4.8', least: 1, most: 20 })

/** How many working days a request or an application may wait for its answer. */
export const waitingDays = defineSetting({ key: 'volunteer.waitingDays', default: 3, unit: '个工作日', zh: '入队和志愿者申请多久内答复', en: 'Working days in which requests and applications are answered', source: '[S] programmes.md 4.1', least: 1, most: 30 })

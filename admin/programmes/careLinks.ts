import { addDays, addMonths } from '../ui/days'
import { PROGRAMMES } from './pairings/Pairing'

/** Where a figure leads: the list that it counts, with the same filter. */
export interface CareLink {
  of: string
  filter: Record<string, unknown>
}

/** The states of an elder who is looked after or waits for it. */
export const ALIVE = ['PROPOSED', 'ASSESSED', 'WAITING', 'PAIRED', 'PAUSED'] as const

/** The lists that the figures of a month and a division lead to; the server counts by the same. */
export function careLinks(month: string, region: string | null) {
  const within = region ? { region } : {}
  const [from, to] = [`${month}-01`, addDays(`${addMonths(month, 1)}-01`, -1)]
  const made = { ...within, state: ['DONE'], visitedOnFrom: from, visitedOnTo: to }
  const alarms = { ...within, kind: ['RED_FLAG'], cause: 'RED_FLAG', state: ['OPEN', 'SETTLED'], openedOnFrom: from, openedOnTo: to }
  const raised = { ...within, createdOnFrom: from, createdOnTo: to }
  return {
    elders: { of: 'beneficiaries', filter: { ...within, state: ALIVE } },
    matched: { of: 'beneficiaries', filter: { ...within, state: ALIVE, matched: true } },
    unmatched: { of: 'beneficiaries', filter: { ...within, state: ALIVE, matched: false } },
    due: { of: 'beneficiaries', filter: { ...within, dueIn: month } },
    contacted: { of: 'beneficiaries', filter: { ...within, dueIn: month, contactedIn: month } },
    visitsDone: { of: 'visits', filter: made },
    visitsMissed: { of: 'visits', filter: { ...within, state: ['MISSED'], plannedOnFrom: from, plannedOnTo: to } },
    visitsFlagged: { of: 'visits', filter: { ...made, flagged: true } },
    alarms: { of: 'tasks', filter: alarms },
    alarmsInTime: { of: 'tasks', filter: { ...alarms, inTime: true } },
    needsRaised: { of: 'needRequests', filter: raised },
    needsMet: { of: 'needRequests', filter: { ...raised, state: ['DONE', 'CONFIRMED'] } },
    handedOver: { of: 'pairings', filter: { ...within, state: ['ENDED'], endReason: ['HANDOVER'], endedOnFrom: from, endedOnTo: to } },
    awaitingHandover: { of: 'pairings', filter: { ...within, needsHandover: true, state: ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED'] } },
    overdue: { of: 'pairings', filter: { ...within, overdue: true } },
    servicesBooked: { of: 'serviceRecords', filter: { ...within, state: ['CONFIRMED'], drill: false, programmeCode: PROGRAMMES, servedOnFrom: from, servedOnTo: to } },
    kind: (kind: string) => ({ of: 'beneficiaries', filter: { ...within, state: ALIVE, kinds: [kind] } }),
    grade: (grade: string) => ({ of: 'beneficiaries', filter: { ...within, state: ALIVE, grade: [grade] } }),
    service: (code: string) => ({ of: 'visits', filter: { ...made, services: [code] } }),
    flag: (flag: string) => ({ of: 'visits', filter: { ...made, flags: [flag] } }),
    load: (load: string) => ({ of: 'volunteers', filter: { ...within, state: ['ACTIVE'], loadFrom: Number(load), loadTo: Number(load) } }),
  } satisfies Record<string, CareLink | ((key: string) => CareLink)>
}

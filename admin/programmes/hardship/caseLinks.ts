import type { CareLink } from '../careLinks'

/** The states in which somebody has a case in hand. */
const OPEN = ['REGISTERED', 'INVESTIGATING', 'NOTICE', 'TOWNSHIP_REVIEWED', 'COUNTY_REVIEW', 'APPROVED', 'REFUSED', 'PLANNED', 'IN_HELP', 'FOLLOW_UP', 'RETURNED'] as const
/** Everything but goods: what is counted as money. */
const MONEY = ['MONEY', 'SERVICE', 'REFERRAL', 'JOB', 'MEDICAL', 'EDUCATION', 'LEGAL'] as const

/** The lists that the figures of cases in a span of days and a division lead to; the server counts by the same. */
export function caseLinks(from: string, to: string, region: string | null) {
  const within = region ? { region } : {}
  const reported = { ...within, openedFrom: from, openedTo: to }
  const cases = { ...reported, registered: true }
  const closed = { ...within, registered: true, state: ['CLOSED'], closedOnFrom: from, closedOnTo: to }
  const given = { ...within, state: ['DONE'], givenOnFrom: from, givenOnTo: to }
  const of = (filter: Record<string, unknown>): CareLink => ({ of: 'hardshipCases', filter })
  return {
    clues: of(reported),
    cases: of(cases),
    inTime: of({ ...cases, late: false }),
    late: of({ ...cases, late: true }),
    helped: of({ ...cases, helped: true }),
    repeats: of({ ...cases, repeat: true }),
    objected: of({ ...cases, objected: true }),
    onRegister: of({ ...within, state: OPEN }),
    overdue: of({ ...within, overdue: true }),
    casesHelped: of({ ...within, givenOnFrom: from, givenOnTo: to }),
    closed: of(closed),
    solved: of({ ...closed, closeReason: ['SOLVED'] }),
    kind: (kind: string) => of({ ...cases, kinds: [kind] }),
    colour: (colour: string) => of({ ...cases, colour: [colour] }),
    category: (category: string) => of({ ...cases, category: [category] }),
    source: (source: string) => of({ ...reported, source: [source] }),
    state: (state: string) => of({ ...reported, state: [state] }),
    township: (code: string) => of({ ...cases, region: code }),
    given: { of: 'measures', filter: given },
    measure: (kind: string) => ({ of: 'measures', filter: { ...given, kind: [kind] } }),
    fund: (fund: string) => ({ of: 'measures', filter: { ...given, fund: [fund] } }),
    money: { of: 'measures', filter: { ...given, kind: MONEY } },
    goods: { of: 'measures', filter: { ...given, kind: ['GOODS'] } },
    moneyOf: (fund: string) => ({ of: 'measures', filter: { ...given, fund: [fund], kind: MONEY } }),
    goodsOf: (fund: string) => ({ of: 'measures', filter: { ...given, fund: [fund], kind: ['GOODS'] } }),
    referralsSent: { of: 'referrals', filter: { ...within, sentOnFrom: from, sentOnTo: to } },
    referralsDone: { of: 'referrals', filter: { ...within, state: ['DONE'], doneOnFrom: from, doneOnTo: to } },
    followUps: { of: 'followUps', filter: { ...within, followedOnFrom: from, followedOnTo: to } },
  } satisfies Record<string, CareLink | ((key: string) => CareLink)>
}

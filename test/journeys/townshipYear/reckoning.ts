import { ACTIVE_ON, ACTIVITIES, CIVILIANS, CORRECTION, DAMAGED, FOUNDED_ON, type Held, LAST_DAY, LATECOMER, PAPER, SHEET, SQUAD, SQUAD_FELL, SQUAD_JOINED, TARGETS, type TeamKey, TRANSFER, VILLAGES, VOID } from './script'

/** A line that the ledger must hold: who served, for which team, in what, for how long. */
export interface Line {
  who: string
  team: TeamKey
  day: string
  month: string
  programme: string
  minutes: number
  drill: boolean
}

/** What stands for so many minutes after a moment, both as Shanghai's clock shows them: YYYY-MM-DD HH:mm. */
export const after = (on: string, at: string, minutes: number): string => new Date(Date.parse(`${on}T${at}:00Z`) + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ')
export const later = (day: string, days: number): string => after(day, '00:00', days * 1440).slice(0, 10)

/** The home team of somebody on a day. */
function homeOn(who: string, day: string): TeamKey {
  if (who === TRANSFER.who) return day < TRANSFER.on ? 'TOWN' : TRANSFER.to
  if (SQUAD_JOINED[who]) return day < SQUAD_JOINED[who] ? 'TOWN' : 'SQUAD'
  if (who === LATECOMER) return 'SQUAD'
  return SHEET.TOWN.includes(who) ? 'TOWN' : 'VILLAGE'
}

const bookedOn = ({ on, confirmedOn, cancelledOn, unconfirmed }: Held): string | null => (cancelledOn || unconfirmed ? null : (confirmedOn ?? later(on, 2)))

/** When somebody went, as it is known on a day. */
function went(held: Held, who: string, asOf: string): number {
  const { reopened, on } = held
  if (CORRECTION.of === on && CORRECTION.who === who && CORRECTION.on <= asOf) return CORRECTION.went
  return reopened?.who === who && reopened.on <= asOf ? reopened.went : held.came[who]![1]
}

/** Every line that counts on a day. Service begins with the activity at the earliest, and ends half an hour after it at the latest. */
export function ledger(asOf = LAST_DAY): Line[] {
  const line = (who: string, day: string, programme: string, minutes: number, drill = false): Line => ({ who, team: homeOn(who, day), day, month: day.slice(0, 7), programme, minutes, drill })
  const served = ACTIVITIES.filter(held => (bookedOn(held) ?? '9999') <= asOf).flatMap(held =>
    Object.entries(held.came).flatMap(([who, times]) => {
      if (!times || (VOID.of === held.on && VOID.who === who && VOID.on <= asOf)) return []
      const begun = Math.max(times[0], 0)
      return [line(who, after(held.on, held.at, begun).slice(0, 10), held.programme, Math.min(went(held, who, asOf), held.lasts + 30) - begun, held.drill)]
    }),
  )
  return [...served, ...PAPER.days.filter(day => later(day, 1) <= asOf).map(day => line(PAPER.who, day, PAPER.programme, PAPER.minutes))]
}

export interface Sum {
  minutes: number
  drillMinutes: number
  records: number
}

/** The lines added up by some of what they say, in the order of those. */
export function sums(lines: readonly Line[], ...by: (keyof Line)[]): (Record<string, unknown> & Sum)[] {
  const found = new Map<string, Record<string, unknown> & Sum>()
  for (const line of lines) {
    const keys = by.map(name => String(line[name])).join('/')
    const sum = found.get(keys) ?? { ...Object.fromEntries(by.map(name => [name, line[name]])), minutes: 0, drillMinutes: 0, records: 0 }
    sum[line.drill ? 'drillMinutes' : 'minutes'] += line.minutes
    sum.records += 1
    found.set(keys, sum)
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum)
}

const STEPS = [100, 300, 600, 1000, 1500].map(hours => hours * 60)
export const starsOf = (minutes: number): number => STEPS.filter(step => minutes >= step).length

/** Who reached which star on which day. */
export function starDays(): { who: string; stars: number; reachedOn: string }[] {
  const real = ledger().filter(line => !line.drill).sort((one, other) => (one.day < other.day ? -1 : 1))
  const total: Record<string, number> = {}
  return real.flatMap(({ who, minutes, day }) => {
    const before = total[who] ?? 0
    total[who] = before + minutes
    return starsOf(total[who]) > starsOf(before) ? [{ who, stars: starsOf(total[who]), reachedOn: day }] : []
  })
}

export const MONTHS = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`)

/** Whether an activity counts for a team's month: organised by it, or with a member of it who came. */
const counts = (held: Held, team: TeamKey): boolean =>
  bookedOn(held) !== null && !held.drill && (held.team === team || (held.with === team && Object.entries(held.came).some(([who, times]) => times !== null && homeOn(who, held.on) === team)))

/** How a team stood to the duty of each month of the year. */
export function dutyOf(team: TeamKey): string[] {
  return MONTHS.map(month => {
    if (ACTIVITIES.some(held => held.on.startsWith(month) && counts(held, team))) return 'DONE'
    return ACTIVE_ON[team] <= `${month}-01` ? 'MISSING' : 'NOT_REQUIRED'
  })
}

/** Everybody who serves at the end of the year, by their team. */
export function members(team: TeamKey): string[] {
  const all = [...SHEET.TOWN, ...SHEET.VILLAGE, ...SQUAD, LATECOMER].filter(who => who !== SQUAD_FELL.who)
  return all.filter(who => homeOn(who, LAST_DAY) === team)
}
export const veterans = (team: TeamKey): string[] => members(team).filter(who => !CIVILIANS.includes(who))
/** Who came by the sheet of a team; the damaged row does not. */
export const imported = (team: 'TOWN' | 'VILLAGE'): string[] => SHEET[team].filter(who => who !== DAMAGED)

/** What the plan had reached on a day. */
export function progressOn(day: string) {
  const standing = (team: TeamKey): number => Number(FOUNDED_ON[team] <= day)
  const fallen = (team: TeamKey): boolean => team === 'SQUAD' && SQUAD_FELL.on <= day && day < SQUAD_FELL.restoredOn
  const active = (team: TeamKey): number => Number(ACTIVE_ON[team] <= day && !fallen(team))
  return {
    villagesWithout: VILLAGES - standing('VILLAGE') - standing('SQUAD'),
    targets: TARGETS.map(({ subject, team, number, dueOn }) => ({ subject, number, dueOn, reached: active(team), active: active(team), standing: standing(team), late: dueOn < day && active(team) < number })),
  }
}

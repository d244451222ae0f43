import type { Row } from '../../data/Definition'

/** The figures of a row, under the heads that they stand beneath. */
export const FIGURES = {
  teams: ['teams', 'townshipTeams', 'villageTeams', 'squads', 'reached'],
  duty: ['dutyDone', 'dutyDue', 'dutyMissing', 'share'],
  activity: ['activities', 'drills', 'people', 'personTimes', 'served'],
  hours: ['minutes', 'drillMinutes'],
  elders: ['visits', 'elders', 'eldersDue', 'dueVisited', 'eldersVisited', 'overdue'],
} as const

export type FigureGroup = keyof typeof FIGURES
export type Figure = (typeof FIGURES)[FigureGroup][number]
export const groups = Object.keys(FIGURES) as FigureGroup[]

/** A township's figures, the banner's own, or all together. */
/** What earlier bulletins did not tell yet. */
type Later = 'eldersDue' | 'dueVisited'
export type BulletinLine = Record<Exclude<Figure, 'share' | Later>, number> & Record<Later, number | null> & { share: number | null; rank: number | null; regionCode: string | null; regionName: string | null }

/** What a bulletin says. */
export interface BulletinContent {
  month: string
  asOf: string
  rows: BulletinLine[]
  total: BulletinLine
}

/** A bulletin that was issued. */
export type BulletinRow = Row & {
  number: string
  month: string
  state: string
  issuedOn: string
  issuedByName: string
  remark: string | null
  reason: string | null
  corrects: { id: string; number: string } | null
  correctedBy: { id: string; number: string } | null
  content: BulletinContent
}

const LINE = `regionCode regionName rank ${groups.flatMap(group => FIGURES[group]).join(' ')}`
export const CONTENT = `month asOf rows { ${LINE} } total { ${LINE} }`

/** A figure as it is read: minutes as hours, the share in percent; a stroke where there is none. */
export function figureOf(line: BulletinLine, figure: Figure): string {
  if (figure === 'share') return line.share === null ? '–' : `${line.share}%`
  return figure === 'minutes' || figure === 'drillMinutes' ? (line[figure] / 60).toFixed(1) : String(line[figure] ?? '–')
}

import type { Row } from '../../data/Definition'
import type { Tone } from '../../ui/theme'
import type { HistoryEntry } from '../../ui/record/Timeline'

/** A weather warning as lists and its page show it. */
export interface WarningRow extends Row {
  kind: string
  level: string
  state: string
  startsAt: string
  endsAt: string
  closedAt: string | null
  text: string
  cause: string
  regions: { code: string; fullName: string }[]
  figures: { told: number; reached: number; open: number }
  openActions: string[]
  history?: HistoryEntry[]
}

/** How a warning is felt while it stands, by its colour. */
export const LEVEL_TONES: Readonly<Record<string, Tone>> = { BLUE: 'waiting', YELLOW: 'caution', ORANGE: 'warning', RED: 'bad' }

/** The divisions of a warning, in words. */
export const placesOf = ({ regions }: Pick<WarningRow, 'regions'>): string => regions.map(({ fullName }) => fullName).join(' / ')

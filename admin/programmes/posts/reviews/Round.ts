import type { Row } from '../../../data/Definition'
import type { Named, ReviewPart } from '../Post'
import type { PostPart } from '../logs/Log'

/** How far a round is in a township. */
export interface Progress {
  region: { code: string; name: string }
  all: number
  done: number
  passed: number
  rectify: number
  failed: number
  overdue: number
}

/** The annual review of a division's posts. */
export interface RoundRow extends Row {
  year: number
  dueOn: string
  openedOn: string
  region: { code: string; name: string; fullName: string }
  progress: Progress[]
}

/** A review as the lists show it. */
export type ReviewRow = Row & Omit<ReviewPart, 'photoIds' | 'scores'> & { post: (PostPart & { region: { code: string; name: string; fullName: string } }) | null; reviewer: Named | null }

/** All townships together. */
export const totalOf = (progress: readonly Progress[]): Omit<Progress, 'region'> => {
  const sum = (of: keyof Omit<Progress, 'region'>): number => progress.reduce((total, one) => total + one[of], 0)
  return { all: sum('all'), done: sum('done'), passed: sum('passed'), rectify: sum('rectify'), failed: sum('failed'), overdue: sum('overdue') }
}

import { listAddress } from '../../ui/views/StatCard'
import { HANGING, LIVE } from './Post'

/** A township's posts in figures. */
export interface TownshipPosts {
  region: { code: string; name: string }
  posts: number
  rectifying: number
  onTheWay: number
  veterans: number
  served: number
  reviewsDue: number
}

/** The figures of posts, today and in a year. */
export interface PostFigures {
  year: number
  posts: number
  veterans: number
  byState: { state: string; count: number }[]
  byKind: { kind: string; count: number }[]
  byPlace: { placeKind: string; count: number }[]
  townships: TownshipPosts[]
  months: { month: string; people: number; times: number; minutes: number }[]
  granted: number
  revoked: number
  reviewsDue: number
  reviewsDone: number
  reviewsPassed: number
  praise: number
  complaints: number
}

export const POST_FIGURES = `query postFigures($region: RegionCode, $year: Int) { postFigures(region: $region, year: $year) {
  year posts veterans byState { state count } byKind { kind count } byPlace { placeKind count } townships { region { code name } posts rectifying onTheWay veterans served reviewsDue }
  months { month people times minutes } granted revoked reviewsDue reviewsDone reviewsPassed praise complaints
} }`

/** The states of a post on its way to a grant, as the figures count them. */
export const ON_THE_WAY = ['SUBMITTED', 'RECOMMENDED', 'SITE_CHECKED', 'PUBLIC_NOTICE']

/** The lists that the figures count, with the same filter. */
export function postLinks(region: string | null, year: number) {
  const within = region ? { region } : {}
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  return {
    posts: { of: 'pioneerPosts', filter: { ...within, state: HANGING } },
    granted: { of: 'pioneerPosts', filter: { ...within, state: [...LIVE, 'REVOKED', 'EXPIRED', 'WITHDRAWN'], grantedOnFrom: span.from, grantedOnTo: span.to } },
    revoked: { of: 'pioneerPosts', filter: { ...within, state: ['REVOKED'], endedOnFrom: span.from, endedOnTo: span.to } },
    reviewsDue: { of: 'postReviews', filter: { ...within, state: ['DUE'], year } },
    reviewsDone: { of: 'postReviews', filter: { ...within, state: ['DONE'], year } },
    reviewsPassed: { of: 'postReviews', filter: { ...within, result: ['PASS'], year } },
    served: { of: 'postServiceLogs', filter: { ...within, servedOnFrom: span.from, servedOnTo: span.to } },
    state: (state: string) => listAddress('pioneerPosts', { ...within, state: [state] }),
    kind: (kind: string) => listAddress('pioneerPosts', { ...within, state: HANGING, employerKind: [kind] }),
    place: (placeKind: string) => listAddress('pioneerPosts', { ...within, state: HANGING, placeKind: [placeKind] }),
    month: (month: string) => listAddress('postServiceLogs', { ...within, servedOnFrom: `${month}-01`, servedOnTo: `${month}-31` }),
  }
}

/**
 * What a township does in 2025, as a table. The journey plays it through the product, and reckons from it alone what must come
 * of it: nothing here or in `reckoning.ts` asks the product.
 */

export type TeamKey = 'TOWN' | 'VILLAGE' | 'SQUAD'

/** An activity: who had a place, and how many minutes after the start they came and went; null for who stayed away. */
export interface Held {
  on: string
  /** When it begins, by the clock of Shanghai. */
  at: string
  /** In minutes. */
  lasts: number
  team: TeamKey
  with?: TeamKey
  programme: string
  came: Record<string, [came: number, went: number] | null>
  drill?: true
  dangerous?: true
  cancelledOn?: string
  /** The station never confirms it. */
  unconfirmed?: true
  /** Two days later, unless said. */
  confirmedOn?: string
  /** The bureau opens it again, because somebody had gone at another time. */
  reopened?: { on: string; who: string; went: number }
}

/** The day on which all is looked at. */
export const LAST_DAY = '2026-01-05'

/** The members as they are on the station's sheet; a damaged number keeps the last of the village off it. */
export const SHEET: Record<'TOWN' | 'VILLAGE', string[]> = {
  TOWN: ['镇甲', '镇乙', '镇丙', '镇丁', '镇戊', '镇己', '镇庚', '镇辛', '镇壬', '镇癸', '镇子'],
  VILLAGE: ['村甲', '村乙', '村丙', '村丁', '村戊', '村己', '村庚', '村辛', '村壬', '村癸'],
}
export const DAMAGED = '村癸'
export const CIVILIANS = ['镇庚', '村丁', '村戊']
export const SQUAD = ['队甲', '队乙', '队丙']
/** Comes when the squad has lost its third. */
export const LATECOMER = '队丁'
export const LEADERS: Record<TeamKey, string> = { TOWN: '镇甲', VILLAGE: '村甲', SQUAD: '队甲' }

/** When each team was first active. */
export const ACTIVE_ON: Record<TeamKey, string> = { TOWN: '2025-01-06', VILLAGE: '2025-01-20', SQUAD: '2025-02-10' }
/** Between their signing up for the joint activity of 14 June and the day itself. */
export const TRANSFER = { who: '镇丁', askedOn: '2025-06-10', on: '2025-06-12', to: 'VILLAGE' as TeamKey }
/** Joins the squad from the township's team, where the three were at first. */
export const SQUAD_JOINED: Record<string, string> = { 队甲: '2025-02-08', 队乙: '2025-02-08', 队丙: '2025-02-10' }
export const SQUAD_FELL = { who: '队丙', on: '2025-08-10', restoredOn: '2025-09-05' }

export const ACTIVITIES: Held[] = [
  { on: '2025-01-18', at: '09:00', lasts: 120, team: 'TOWN', programme: 'RURAL', came: { 镇甲: [-10, 120], 镇乙: [-5, 130], 镇丙: [10, 120] } },
  { on: '2025-01-26', at: '14:00', lasts: 90, team: 'TOWN', programme: 'SUNSET', came: { 队甲: [-8, 95], 镇戊: [0, 90] } },
  { on: '2025-02-12', at: '14:00', lasts: 90, team: 'TOWN', programme: 'SUNSET', came: { 镇乙: [0, 90], 镇丁: [-20, 90] } },
  { on: '2025-02-15', at: '09:00', lasts: 120, team: 'VILLAGE', programme: 'RURAL', came: { 村甲: [-10, 125], 村乙: [-3, 120], 村丙: null } },
  { on: '2025-03-08', at: '09:30', lasts: 120, team: 'TOWN', programme: 'SHILIUZI', came: { 镇乙: [-2, 120], 镇丙: [-1, 119], 镇己: [30, 121] } },
  { on: '2025-03-15', at: '08:30', lasts: 180, team: 'VILLAGE', with: 'SQUAD', programme: 'RURAL', reopened: { on: '2025-03-19', who: '队乙', went: 100 }, came: { 村丙: [-15, 180], 村乙: [-3, 240], 队乙: [5, 175] } },
  { on: '2025-04-04', at: '08:00', lasts: 150, team: 'TOWN', programme: 'EVERGREEN', came: { 镇甲: [-30, 150], 镇丁: [-6, 150] } },
  { on: '2025-04-12', at: '10:00', lasts: 60, team: 'SQUAD', programme: 'FRONTLINE', drill: true, came: { 队甲: [-5, 60], 队乙: [-5, 61], 队丙: [-4, 60] } },
  { on: '2025-04-19', at: '09:00', lasts: 120, team: 'VILLAGE', programme: 'CALLIGRAPHY', came: { 村甲: [-10, 100], 村丁: [-5, 120] } },
  { on: '2025-05-01', at: '00:30', lasts: 240, team: 'TOWN', programme: 'PIONEER_POST', came: { 镇戊: [-10, 240], 镇辛: [-9, 200] } },
  { on: '2025-05-17', at: '09:00', lasts: 120, team: 'VILLAGE', programme: 'RURAL', cancelledOn: '2025-05-16', came: { 村甲: [0, 120], 村戊: [0, 120] } },
  { on: '2025-05-24', at: '15:00', lasts: 120, team: 'SQUAD', programme: 'SUNSET', came: { 队乙: [-10, 120], 队丙: [-10, 130] } },
  // Confirmed when one of the two has gone over to the village: their minutes stay with the township's team.
  { on: '2025-06-07', at: '09:00', lasts: 120, team: 'TOWN', programme: 'SUNSET', confirmedOn: '2025-06-16', came: { 镇丁: [-10, 120], 镇壬: [2, 122] } },
  { on: '2025-06-14', at: '09:00', lasts: 120, team: 'TOWN', with: 'VILLAGE', programme: 'STORYTELLING', came: { 镇丙: [-10, 120], 镇丁: [-5, 118], 村己: null } },
  { on: '2025-07-12', at: '09:00', lasts: 90, team: 'TOWN', programme: 'RURAL', came: { 镇甲: [-10, 90], 镇癸: [-10, 89] } },
  { on: '2025-07-19', at: '16:00', lasts: 120, team: 'VILLAGE', programme: 'COMRADES', came: { 镇丁: [-10, 120], 村乙: [-10, 120], 村庚: [15, 150] } },
  { on: '2025-07-31', at: '23:45', lasts: 90, team: 'SQUAD', programme: 'FRONTLINE', came: { 队甲: [-5, 90], 队乙: [20, 95] } },
  // One of the two leaves for good that very morning, before anybody has confirmed it.
  { on: '2025-08-10', at: '06:00', lasts: 60, team: 'SQUAD', programme: 'RURAL', confirmedOn: '2025-08-10', came: { 队乙: [-5, 60], 队丙: [-4, 61] } },
  { on: '2025-08-16', at: '06:00', lasts: 360, team: 'TOWN', programme: 'FRONTLINE', dangerous: true, came: { 镇己: [-10, 360], 镇乙: [-30, 400], 镇子: [0, 361] } },
  { on: '2025-08-23', at: '09:00', lasts: 120, team: 'VILLAGE', programme: 'RURAL', came: { 村甲: [-10, 120], 镇丁: [-8, 120], 村辛: [-7, 121] } },
  { on: '2025-09-06', at: '09:00', lasts: 120, team: 'TOWN', programme: 'CALLIGRAPHY', came: { 镇甲: [-10, 110], 镇庚: [-10, 120] } },
  { on: '2025-09-13', at: '09:00', lasts: 120, team: 'VILLAGE', programme: 'SUNSET', reopened: { on: '2025-09-18', who: '村丙', went: 100 }, came: { 村甲: [-10, 120], 村丙: [-5, 120] } },
  { on: '2025-09-20', at: '09:00', lasts: 120, team: 'SQUAD', programme: 'RURAL', came: { 队乙: [-10, 120], 队丁: [-10, 135] } },
  { on: '2025-10-04', at: '09:00', lasts: 180, team: 'VILLAGE', programme: 'SUNSET', came: { 村乙: [-10, 185], 村壬: [-10, 180], 村癸: [1, 181] } },
  { on: '2025-10-24', at: '15:00', lasts: 60, team: 'SQUAD', programme: 'EVERGREEN', came: { 队甲: [-10, 60], 队丁: [-9, 64] } },
  { on: '2025-11-08', at: '09:00', lasts: 120, team: 'VILLAGE', programme: 'RURAL', unconfirmed: true, came: { 村甲: [-10, 120], 村辛: [-10, 120] } },
  { on: '2025-11-15', at: '09:00', lasts: 120, team: 'TOWN', with: 'VILLAGE', programme: 'SHILIUZI', came: { 镇乙: [-10, 120], 镇丙: [-10, 130], 村己: null } },
  { on: '2025-11-22', at: '09:00', lasts: 60, team: 'SQUAD', programme: 'RURAL', cancelledOn: '2025-11-20', came: { 队乙: [0, 60] } },
  { on: '2025-12-06', at: '09:00', lasts: 120, team: 'TOWN', programme: 'RURAL', came: { 镇甲: [-10, 120], 镇子: [-10, 121] } },
  { on: '2025-12-13', at: '13:30', lasts: 120, team: 'VILLAGE', programme: 'SUNSET', came: { 镇丁: [-10, 120], 村乙: [-5, 125] } },
  { on: '2025-12-20', at: '09:00', lasts: 90, team: 'SQUAD', programme: 'SUNSET', came: { 队甲: [-10, 90], 队乙: [-10, 90], 队丁: [-10, 90] } },
]

/** A watch that is written down on paper, and entered by the station a day later. */
export const PAPER = { who: '村乙', programme: 'PIONEER_POST', minutes: 480, days: Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}-25`) }

/** A line that the station corrects, because its volunteer went earlier, and one that it takes back. */
export const CORRECTION = { on: '2025-11-20', of: '2025-08-23', who: '村甲', went: 60 }
export const VOID = { on: '2025-11-21', of: '2025-03-08', who: '镇乙' }

export const CERTIFICATE = { who: '村甲', from: '2025-01-01', to: '2025-09-30', askedOn: '2025-10-10', approvedOn: '2025-10-11', sealedOn: '2025-10-13' }

/** The plan's targets, and by when. */
export const TARGETS = [
  { subject: 'TOWNSHIP_TEAMS', team: 'TOWN', number: 1, dueOn: '2025-01-31' },
  { subject: 'VILLAGE_TEAMS', team: 'VILLAGE', number: 1, dueOn: '2025-01-10' },
  { subject: 'SQUADS', team: 'SQUAD', number: 2, dueOn: '2025-06-30' },
] as const
/** When each team was put into preparation; until then its village had none. */
export const FOUNDED_ON: Record<TeamKey, string> = { TOWN: '2025-01-04', VILLAGE: '2025-01-04', SQUAD: '2025-02-07' }
/** The third village never has a team. */
export const VILLAGES = 3
export const PAST_DAYS = ['2025-01-15', '2025-08-20', '2025-12-31']

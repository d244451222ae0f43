import { hash } from '@node-rs/argon2'
import { Account, AccountState } from '../people/accounts/Account'
import { TeamTier } from '../people/teams/Team'
import { PairingState } from '../programmes/pairings/Pairing'
import type { Role } from '../roles'
import type { DemoPairings } from './demoPairings'
import type { DemoPeople } from './demoPeople'

/** The password of every demo account. It is public: the sign-in page shows it. */
export const DEMO_PASSWORD = 'Laobing-demo-2022'
/** 八仙筒镇, whose people the demo accounts look after. */
export const DEMO_TOWNSHIP = '150525101000'
/** 青龙山镇. */
export const OTHER_TOWNSHIP = '150525102000'
const BANNER = '150525000000'

/** The demo accounts, one for each kind of user. */
export async function makeAccounts(people: DemoPeople, told: DemoPairings, caseWorkerId: string, employerId: string, now: Date): Promise<Account[]> {
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const inTownship = (code: string): boolean => code.startsWith(DEMO_TOWNSHIP.slice(0, 9))
  const live = told.pairings.filter(pairing => pairing.state === PairingState.ACTIVE && inTownship(pairing.regionCode))
  const byVolunteer = (id: string): number => live.filter(pairing => pairing.volunteerId === id).length
  const busiest = people.volunteers.filter(volunteer => inTownship(volunteer.regionCode)).sort((a, b) => byVolunteer(b.id) - byVolunteer(a.id))[0]
  const ledTeam = people.teams.find(team => team.id === busiest?.teamId) ?? people.teams.find(team => team.regionCode === DEMO_TOWNSHIP)
  const village = people.teams.find(team => team.tier === TeamTier.VILLAGE && inTownship(team.regionCode))?.regionCode ?? '150525101200'

  const make = (username: string, displayName: string, role: Role, bound: Partial<Account> = {}): Account =>
    Account.of({
      username, displayName, role, state: AccountState.ACTIVE, regionCode: null, teamId: null, volunteerId: null, personId: null, employerId: null, passwordHash, formerPasswords: null, passwordChangedAt: now, mustChangePassword: false,
      lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: false, totpStep: null, ...bound,
    })
  return [
    make('admin', '示例管理员', 'bureauAdministrator', { regionCode: BANNER }),
    make('leader', '示例局领导', 'bureauLeader', { regionCode: BANNER }),
    make('officer', '示例业务员', 'bureauOfficer', { regionCode: BANNER }),
    make('auditor', '示例审计员', 'auditor', { regionCode: BANNER }),
    make('station', '八仙筒镇示例站员', 'stationWorker', { regionCode: DEMO_TOWNSHIP }),
    make('stationhead', '八仙筒镇示例站长', 'stationHead', { regionCode: DEMO_TOWNSHIP }),
    make('station2', '青龙山镇示例站员', 'stationWorker', { regionCode: OTHER_TOWNSHIP }),
    make('village', '示例联络员', 'villageLiaison', { regionCode: village }),
    make('caseworker', '示例个案员', 'caseWorker', { id: caseWorkerId, regionCode: DEMO_TOWNSHIP }),
    make('teamleader', '示例队长', 'teamLeader', { regionCode: ledTeam?.regionCode ?? null, teamId: ledTeam?.id ?? null }),
    make('volunteer', '示例志愿者', 'volunteer', { regionCode: busiest?.regionCode ?? null, volunteerId: busiest?.id ?? null, personId: busiest?.personId ?? null }),
    make('contact', '示例单位联系人', 'employerContact', { employerId }),
  ]
}

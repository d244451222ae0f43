import type { Actor } from '../../server/kernel/access'
import { aTerritory, person, put, stop, type Person } from '../support/app'
import { aPairing, aVisit } from '../support/pairings'
import { aBeneficiary, aTeam, aVolunteer } from '../support/people'
import { NeedRequest, NeedState } from '../../server/programmes/pairings/needs/NeedRequest'
import { ProgrammeCode } from '../../server/bureau/programmes/ProgrammeCode'
import { roles } from '../../server/roles'
import { buildFrontedSchema } from '../../server/schema'
import { newId } from '../../server/kernel/entity'

afterAll(stop)

/** What is asked for, one of each kind. */
const KINDS = ['person', 'volunteer', 'team', 'beneficiary', 'pairing', 'visit', 'needRequest'] as const
type Kind = (typeof KINDS)[number]

/**
 * Written by hand: for each role and relation of the record to the actor, which kinds are seen.
 * p person of the elder, v volunteer, t team, b beneficiary, a pairing, i visit, n need; `-` nothing, `F` all forbidden.
 */
const EXPECTED: Record<string, Record<'own' | 'below' | 'beside' | 'above', string>> = {
  bureauAdministrator: { own: 'pvtbain', below: 'pvtbain', beside: 'pvtbain', above: 'pvtbain' },
  bureauLeader: { own: 'pvtbain', below: 'pvtbain', beside: 'pvtbain', above: 'pvtbain' },
  bureauOfficer: { own: 'pvtbain', below: 'pvtbain', beside: 'pvtbain', above: 'pvtbain' },
  auditor: { own: 'F', below: 'F', beside: 'F', above: 'F' },
  stationHead: { own: 'pvtbain', below: 'pvtbain', beside: '-', above: '-' },
  stationWorker: { own: 'pvtbain', below: 'pvtbain', beside: '-', above: '-' },
  villageLiaison: { own: 'pvtbain', below: '-', beside: '-', above: '-' },
  caseWorker: { own: 'pvbain', below: '-', beside: '-', above: '-' },
  teamLeader: { own: 'vtain', below: '-', beside: '-', above: '-' },
  volunteer: { own: 'vbain', below: '-', beside: '-', above: '-' },
}
const LETTERS: Record<Kind, string> = { person: 'p', volunteer: 'v', team: 't', beneficiary: 'b', pairing: 'a', visit: 'i', needRequest: 'n' }

async function recordsIn(regionCode: string, caseWorkerId: string | null = null) {
  const team = await aTeam({ regionCode })
  const volunteer = await aVolunteer({ regionCode, teamId: team.id })
  const elder = await aBeneficiary({ regionCode, caseWorkerId })
  const pairing = await aPairing({ elder, volunteer })
  const visit = await aVisit(pairing)
  const need = await put(NeedRequest.of({ beneficiaryId: elder.id, pairingId: pairing.id, regionCode, programme: ProgrammeCode.SUNSET, service: null, text: '修炉子', state: NeedState.ASSIGNED, volunteerId: volunteer.id, result: null, rating: null, ratingNote: null }))
  return { team, volunteer, elder, ids: { person: elder.personId, volunteer: volunteer.id, team: team.id, beneficiary: elder.id, pairing: pairing.id, visit: visit.id, needRequest: need.id } satisfies Record<Kind, string> }
}

async function seen(who: Person, ids: Record<Kind, string>): Promise<string> {
  let letters = ''
  let forbidden = 0
  for (const kind of KINDS) {
    const one = await who.ask(`query ($id: ID!) { one: ${kind}(id: $id) { id } }`, { id: ids[kind] })
    const list = await who.ask(`query ($ids: [ID!]) { many: ${kind === 'person' ? 'persons' : kind === 'beneficiary' ? 'beneficiaries' : `${kind}s`}(filter: { ids: $ids }) { total items { id } } }`, { ids: [ids[kind]] })
    const history = one.code ? one : await who.ask(`query ($id: ID!) { one: ${kind}(id: $id) { history { id } } }`, { id: ids[kind] })
    // By id, by list, by count: the same answer each way.
    if (one.code === 'FORBIDDEN') {
      expect([kind, list.code]).toEqual([kind, 'FORBIDDEN'])
      forbidden++
      continue
    }
    const found = one.data?.one?.id === ids[kind]
    expect([who.account.role, kind, one.code ?? null, list.data?.many?.total, list.data?.many?.items?.length]).toEqual([who.account.role, kind, found ? null : 'NOT_FOUND', found ? 1 : 0, found ? 1 : 0])
    if (found) {
      expect(history.code).toBeUndefined()
      letters += LETTERS[kind]
    }
  }
  return forbidden === KINDS.length ? 'F' : letters || '-'
}

it('shows each role exactly what the table says, whatever the relation of the record', async () => {
  const land = aTerritory()
  const caseWorker = await person('caseWorker')
  const own = await recordsIn(land.village(1), caseWorker.account.id)
  const below = await recordsIn(land.village(2))
  const beside = await recordsIn(aTerritory().village(1))
  const above = await recordsIn(land.banner)
  const actors: Record<string, Person> = { caseWorker }
  const bound: Record<string, Partial<Actor['reach']>> = {
    stationHead: { regionCode: land.township }, stationWorker: { regionCode: land.township }, villageLiaison: { regionCode: land.village(1) }, teamLeader: { teamId: own.team.id, regionCode: land.village(1) },
    volunteer: { volunteerId: own.volunteer.id, personId: own.volunteer.personId, regionCode: land.village(1) },
  }
  for (const role of Object.keys(EXPECTED)) actors[role] ??= await person(role as keyof typeof roles, bound[role] ?? {})
  const answers: typeof EXPECTED = {}
  for (const [role, actor] of Object.entries(actors)) {
    answers[role] = { own: await seen(actor, own.ids), below: await seen(actor, below.ids), beside: await seen(actor, beside.ids), above: await seen(actor, above.ids) }
  }
  expect(answers).toEqual(EXPECTED)
}, 120_000)

it('forbids each role every query and mutation that its page does not give', async () => {
  const schema = buildFrontedSchema()
  const open = new Set(['anyone', 'signedIn'])
  const wrong: string[] = []
  for (const name of Object.keys(roles) as (keyof typeof roles)[]) {
    if (name === 'anonymous') continue
    const actor = { may: new Set<string>(roles[name].may) }
    for (const root of [schema.getQueryType()!, schema.getMutationType()!]) {
      for (const field of Object.values(root.getFields())) {
        const permission = String(field.extensions.allow)
        if (open.has(permission) || actor.may.has(permission)) continue
        const context = { actor: { id: newId(), role: name, may: (asked: string) => actor.may.has(asked), mustBeAllowed: (asked: string) => { if (!actor.may.has(asked)) throw Object.assign(new Error(), { code: 'FORBIDDEN' }) } }, remember: async () => undefined }
        const answer = await Promise.resolve(field.resolve!({}, {}, context as never, {} as never)).catch((error: { code?: string }) => error.code)
        if (answer !== 'FORBIDDEN') wrong.push(`${name} ${field.name}: ${String(answer)}`)
      }
    }
  }
  expect(wrong).toEqual([])
})

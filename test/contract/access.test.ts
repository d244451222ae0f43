import type { Actor } from '../../server/kernel/access'
import { asOwner, aTerritory, person, put, stop, type Person } from '../support/app'
import { anActivity } from '../support/activities'
import { aCase } from '../support/cases'
import { aPairing, aVisit } from '../support/pairings'
import { anEmployer, aPost, arrangePosts } from '../support/posts'
import { aBeneficiary, aTeam, aVolunteer } from '../support/people'
import { NeedRequest, NeedState } from '../../server/programmes/pairings/needs/NeedRequest'
import { ProgrammeCode } from '../../server/bureau/programmes/ProgrammeCode'
import { roles } from '../../server/roles'
import { buildFrontedSchema } from '../../server/schema'
import { newId } from '../../server/kernel/entity'
import { ACCESS, ROLE_LETTERS } from './accessTable'
import { type Ids, namesARecord, operationOf } from './operationOf'

afterAll(stop)

/** What is asked for, one of each kind. */
const KINDS = ['person', 'volunteer', 'team', 'beneficiary', 'pairing', 'visit', 'needRequest', 'activity', 'hardshipCase', 'employer', 'pioneerPost'] as const
type Kind = (typeof KINDS)[number]

/**
 * Written by hand: for each role and relation of the record to the actor, which kinds are seen.
 * p person of the elder, v volunteer, t team, b beneficiary, a pairing, i visit, n need, c activity, published, h case of hardship, e employer, o pioneer post; `-` nothing, `F` all forbidden.
 */
const EXPECTED: Record<string, Record<'own' | 'below' | 'beside' | 'above', string>> = {
  bureauAdministrator: { own: 'pvtbainceo', below: 'pvtbainceo', beside: 'pvtbainceo', above: 'pvtbainceo' },
  bureauLeader: { own: 'pvtbaincheo', below: 'pvtbaincheo', beside: 'pvtbaincheo', above: 'pvtbaincheo' },
  bureauOfficer: { own: 'pvtbaincheo', below: 'pvtbaincheo', beside: 'pvtbaincheo', above: 'pvtbaincheo' },
  auditor: { own: 'F', below: 'F', beside: 'F', above: 'F' },
  stationHead: { own: 'pvtbaincheo', below: 'pvtbaincheo', beside: '-', above: '-' },
  stationWorker: { own: 'pvtbaincheo', below: 'pvtbaincheo', beside: '-', above: '-' },
  villageLiaison: { own: 'pvtbainceo', below: '-', beside: '-', above: '-' },
  caseWorker: { own: 'pvbainh', below: '-', beside: '-', above: '-' },
  teamLeader: { own: 'vtainc', below: '-', beside: '-', above: '-' },
  employerContact: { own: 'eo', below: '-', beside: '-', above: '-' },
  volunteer: { own: 'vbainc', below: 'c', beside: 'c', above: 'c' },
}
const LETTERS: Record<Kind, string> = { person: 'p', volunteer: 'v', team: 't', beneficiary: 'b', pairing: 'a', visit: 'i', needRequest: 'n', activity: 'c', hardshipCase: 'h', employer: 'e', pioneerPost: 'o' }

async function recordsIn(regionCode: string, caseWorkerId: string | null = null) {
  const team = await aTeam({ regionCode })
  const volunteer = await aVolunteer({ regionCode, teamId: team.id })
  const elder = await aBeneficiary({ regionCode, caseWorkerId })
  const pairing = await aPairing({ elder, volunteer })
  const visit = await aVisit(pairing)
  const need = await put(NeedRequest.of({ beneficiaryId: elder.id, pairingId: pairing.id, regionCode, programme: ProgrammeCode.SUNSET, service: null, text: '修炉子', state: NeedState.ASSIGNED, volunteerId: volunteer.id, result: null, rating: null, ratingNote: null }))
  const activity = await anActivity({ team })
  const hardshipCase = await aCase({ personId: elder.personId, regionCode, ownerId: caseWorkerId })
  const employer = await anEmployer({ regionCode })
  const { post } = await aPost({ employer })
  return { team, volunteer, elder, ids: { person: elder.personId, volunteer: volunteer.id, team: team.id, beneficiary: elder.id, pairing: pairing.id, visit: visit.id, needRequest: need.id, activity: activity.id, hardshipCase: hardshipCase.id, employer: employer.id, pioneerPost: post.id } satisfies Record<Kind, string> }
}

async function seen(who: Person, ids: Record<Kind, string>): Promise<string> {
  let letters = ''
  let forbidden = 0
  for (const kind of KINDS) {
    const one = await who.ask(`query ($id: ID!) { one: ${kind}(id: $id) { id } }`, { id: ids[kind] })
    const list = await who.ask(`query ($ids: [ID!]) { many: ${kind === 'person' ? 'persons' : kind === 'beneficiary' ? 'beneficiaries' : kind === 'activity' ? 'activities' : `${kind}s`}(filter: { ids: $ids }) { total items { id } } }`, { ids: [ids[kind]] })
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

const RELATIONS = ['own', 'below', 'beside', 'above'] as const

/** A record of each kind in each relation to the actors, and an actor of each role. */
async function arrange() {
  await arrangePosts()
  const land = aTerritory()
  const caseWorker = await person('caseWorker')
  const own = await recordsIn(land.village(1), caseWorker.account.id)
  const below = await recordsIn(land.village(2))
  const beside = await recordsIn(aTerritory().village(1))
  const above = await recordsIn(land.banner)
  const actors: Record<string, Person> = { caseWorker }
  const bound: Record<string, Partial<Actor['reach']>> = {
    stationHead: { regionCode: land.township }, stationWorker: { regionCode: land.township }, villageLiaison: { regionCode: land.village(1) }, teamLeader: { teamId: own.team.id, regionCode: land.village(1) },
    employerContact: { employerId: own.ids.employer },
    volunteer: { volunteerId: own.volunteer.id, personId: own.volunteer.personId, regionCode: land.village(1) },
  }
  for (const role of Object.keys(EXPECTED)) actors[role] ??= await person(role as keyof typeof roles, bound[role] ?? {})
  return { actors, records: { own, below, beside, above } }
}
let world: ReturnType<typeof arrange> | undefined
const arranged = () => (world ??= arrange())

it('shows each role exactly what the table says, whatever the relation of the record', async () => {
  const { actors, records: { own, below, beside, above } } = await arranged()
  const answers: typeof EXPECTED = {}
  for (const [role, actor] of Object.entries(actors)) {
    answers[role] = { own: await seen(actor, own.ids), below: await seen(actor, below.ids), beside: await seen(actor, beside.ids), above: await seen(actor, above.ids) }
  }
  expect(answers).toEqual(EXPECTED)
}, 120_000)

/** What an answer says of access: refused by role, as if absent, or reached, whatever else was wrong with what was asked. */
const NO_ACCESS = new Set(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED', 'INTERNAL', 'BAD_REQUEST'])

it('asks every root field that names a record as every role for every relation, and is answered as the tables say', async () => {
  const schema = buildFrontedSchema()
  const fields = [schema.getQueryType()!, schema.getMutationType()!].flatMap(root => Object.values(root.getFields()).filter(namesARecord).map(field => ({ field, root: root === schema.getQueryType() ? ('query' as const) : ('mutation' as const) })))
  const rows = new Map(Object.entries(ACCESS).flatMap(([kind, row]) => Object.entries(row).map(([name, who]) => [name, { kind, who }] as const)))
  expect({ unknown: fields.map(({ field }) => field.name).filter(name => !rows.has(name)), gone: [...rows.keys()].filter(name => !fields.some(({ field }) => field.name === name)) }).toEqual({ unknown: [], gone: [] })

  const { actors, records } = await arranged()
  const versions = () => Promise.all(['persons', 'volunteers', 'teams', 'beneficiaries', 'pairings', 'visits', 'need_requests', 'memberships', 'hardship_cases', 'employers', 'employments', 'pioneer_posts', 'post_holders', 'post_service_logs'].map(table => asOwner(`SELECT COUNT(*) AS n, SUM(version) AS versions FROM ${table}`)))
  const before = await versions()
  const wrong: string[] = []
  for (const { field, root } of fields) {
    const { kind, who } = rows.get(field.name)!
    const idsOf = (ids: Record<Kind, string>): Ids => name => ids[name.replace(/Id$/, '') as Kind] ?? ids[kind as Kind]
    const ask = async (actor: Person, ids: Ids) => {
      const { query, variables } = operationOf(root, field, ids)
      const { code, error } = await actor.ask(query, variables)
      return { code: code ?? 'DONE', said: JSON.stringify([code, error?.message, error?.extensions.fields]) }
    }
    const askAs = async (role: string, actor: Person): Promise<void> => {
      const nowhere = newId()
      const expected = (what: string, is: boolean, code: string): void => void (is || wrong.push(`${field.name} as ${role}, ${what}: ${code}`))
      if (!who.includes(ROLE_LETTERS[role]!)) {
        const { code } = await ask(actor, kind === 'elsewhere' ? () => nowhere : idsOf(records.own.ids))
        return expected('is not forbidden', code === 'FORBIDDEN', code)
      }
      const absent = await ask(actor, () => nowhere)
      if (kind === 'elsewhere') {
        return expected('absent', field.name === 'reveal' || !['FORBIDDEN', 'UNAUTHENTICATED', 'INTERNAL'].includes(absent.code), absent.code)
      }
      for (const relation of RELATIONS) {
        const answer = await ask(actor, idsOf(records[relation].ids))
        const sees = EXPECTED[role]![relation].includes(LETTERS[kind as Kind])
        if (sees) expected(`${relation}, is not reached`, !NO_ACCESS.has(answer.code), answer.code)
        else expected(`${relation}, differs from an absent one (${absent.said})`, answer.said === absent.said && answer.code !== 'DONE', answer.said)
      }
    }
    await Promise.all(Object.entries(actors).map(([role, actor]) => askAs(role, actor)))
  }
  expect(wrong).toEqual([])
  expect(await versions()).toEqual(before)
}, 180_000)

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

import { isObjectType } from 'graphql'
import { SERVICES } from '../../../server/bureau/programmes/catalogue'
import { ServiceItem } from '../../../server/bureau/programmes/ServiceItem'
import { PairingState } from '../../../server/programmes/pairings/Pairing'
import { buildFrontedSchema } from '../../../server/schema'
import { app, aTerritory, type Person, person, put, setClock, stop } from '../../support/app'
import { aPairing } from '../../support/pairings'
import { aPicture } from '../../support/pictures'

const TODAY = '2026-11-23'
const RECORD = 'mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id version amount receiptIds noReceiptReason signedBackBy photoIds } }'
const SPENT = 'query($filter: VisitFilter!) { visits(filter: $filter) { total items { amount receiptIds noReceiptReason signedBackBy } } }'
const KEEP = 'mutation($id: ID!, $version: Int!, $input: AgreementInput!) { keepAgreement(id: $id, version: $version, input: $input) { version agreement agreementIds history { act changed } } }'

beforeAll(async () => {
  await app()
  setClock(`${TODAY}T04:00:00Z`)
  let sort = 0
  for (const [programmeCode, code, nameZh, nameEn] of SERVICES) await put(ServiceItem.of({ programmeCode, code, nameZh, nameEn, sort: sort++, active: true }))
})
afterAll(stop)

describe('money that is laid out on an errand', () => {
  async function anErrand(more: object = {}) {
    const land = aTerritory()
    const pairing = await aPairing({ regionCode: land.village() })
    const own = await person('volunteer', { volunteerId: pairing.volunteerId })
    const input = { pairingId: pairing.id, visitedOn: TODAY, manner: 'HOME', contactMade: true, minutes: 40, services: ['BUYING'], amount: '36.50', noReceiptReason: '集市摊位不开小票', signedBackBy: '老人本人', ...more }
    return { land, pairing, own, input }
  }
  const wrongIn = async (more: object): Promise<string[]> => {
    const { own, input } = await anErrand(more)
    const { code, error } = await own.ask(RECORD, { input })
    expect(code).toBe('INVALID')
    return Object.keys(error!.extensions.fields as object)
  }

  it('is accounted for by receipt and signature, and is listed for the station alone', async () => {
    const { land, pairing, own, input } = await anErrand({ noReceiptReason: null })
    const [receipt, photo] = [await aPicture(own), await aPicture(own)]
    const { recordVisit: visit } = await own.get(RECORD, { input: { ...input, receiptIds: [receipt], photoIds: [photo] } })
    expect(visit).toMatchObject({ amount: '36.50', receiptIds: [receipt], noReceiptReason: null, signedBackBy: '老人本人', photoIds: [photo] })
    const station = await person('stationWorker', { regionCode: land.township })
    for (const filter of [{ pairingId: pairing.id, spent: true }, { beneficiaryId: pairing.beneficiaryId, spent: true, state: ['DONE'] }]) {
      expect((await station.get(SPENT, { filter })).visits).toEqual({ total: 1, items: [{ amount: '36.50', receiptIds: [receipt], noReceiptReason: null, signedBackBy: '老人本人' }] })
    }
    expect((await station.get(SPENT, { filter: { spent: false } })).visits.total).toBe(0)
    expect((await (await person('stationWorker', { regionCode: aTerritory().township })).get(SPENT, { filter: { spent: true } })).visits.total).toBe(0)
    await station.get('mutation($id: ID!, $version: Int!) { voidVisit(id: $id, version: $version, reason: "没有去") { id } }', { id: visit.id, version: visit.version })
    expect((await station.get(SPENT, { filter: { pairingId: pairing.id, spent: true, state: ['DONE'] } })).visits.total).toBe(0)
  })

  it('has a receipt or a reason, somebody who signed, an errand, the elder met, and a bound', async () => {
    expect(await wrongIn({ noReceiptReason: ' ' })).toEqual(['receiptIds'])
    expect(await wrongIn({ signedBackBy: null })).toEqual(['signedBackBy'])
    expect(await wrongIn({ services: ['CHATTING'] })).toEqual(['amount'])
    expect(await wrongIn({ contactMade: false, minutes: 0 })).toEqual(['amount'])
    expect(await wrongIn({ manner: 'PHONE' })).toEqual(['amount'])
    for (const amount of ['0', '-5', '500.01', '999999999999.99']) expect(await wrongIn({ amount })).toEqual(['amount'])
    expect(await wrongIn({ amount: null })).toEqual(['amount'])
  })

  it('is counted once where it is sent twice, and takes no receipt of another visit', async () => {
    const { own, input, pairing } = await anErrand()
    const first = await own.get(RECORD, { input: { ...input, clientKey: 'errand' } })
    expect(await own.get(RECORD, { input: { ...input, clientKey: 'errand' } })).toEqual(first)
    expect((await own.get(SPENT, { filter: { pairingId: pairing.id, spent: true } })).visits.total).toBe(1)
    const receipt = await aPicture(own)
    await own.get(RECORD, { input: { ...input, receiptIds: [receipt] } })
    const { code, error } = await own.ask(RECORD, { input: { ...input, receiptIds: [receipt] } })
    expect([code, Object.keys(error!.extensions.fields as object)]).toEqual(['INVALID', ['receiptIds']])
  })

  it('is the only money in the care of elders', () => {
    const schema = buildFrontedSchema()
    const types = ['Person', 'Volunteer', 'Beneficiary', 'Pairing', 'Visit', 'NeedRequest', 'Task', 'WeatherWarning'].map(name => schema.getType(name)).filter(isObjectType)
    const money = types.flatMap(type => Object.values(type.getFields()).filter(field => String(field.type).startsWith('Decimal')).map(field => `${type.name}.${field.name}`))
    expect(money).toEqual(['Visit.amount'])
  })
})

describe('the written agreement', () => {
  it('stands as pictures beside its text, added to by whoever may begin the pairing', async () => {
    const land = aTerritory()
    const pairing = await aPairing({ regionCode: land.village(), state: PairingState.ACCEPTED, startedOn: null })
    const station = await person('stationWorker', { regionCode: land.township })
    const first = await aPicture(station)
    const { activatePairing: begun } = await station.get('mutation($id: ID!, $version: Int!, $input: ActivatePairingInput!) { activatePairing(id: $id, version: $version, input: $input) { version agreementIds openActions } }', { id: pairing.id, version: pairing.version, input: { visitedOn: TODAY, accompaniedBy: '嘎查联络员', agreement: '每月一次', agreementIds: [first], minutes: 30 } })
    expect(begun.agreementIds).toEqual([first])
    expect(begun.openActions).toContain('KEEP_AGREEMENT')
    const second = await aPicture(station)
    const { keepAgreement: kept } = await station.get(KEEP, { id: pairing.id, version: begun.version, input: { agreement: '每月两次', agreementIds: [second] } })
    expect(kept).toMatchObject({ agreement: '每月两次', agreementIds: [first, second] })
    expect((await station.ask(KEEP, { id: pairing.id, version: begun.version, input: { agreement: '又改' } })).code).toBe('STALE')
    expect((await station.ask(KEEP, { id: pairing.id, version: kept.version, input: { agreement: ' ' } })).code).toBe('INVALID')
    expect((await station.ask(KEEP, { id: pairing.id, version: kept.version, input: { agreement: '又改', agreementIds: [await aPicture(await person('stationWorker', { regionCode: land.township }))] } })).code).toBe('INVALID')
    const askedBy = async (who: Promise<Person>): Promise<string | undefined> => (await (await who).ask(KEEP, { id: pairing.id, version: kept.version, input: { agreement: '又改' } })).code
    expect(await askedBy(person('stationWorker', { regionCode: aTerritory().township }))).toBe('NOT_FOUND')
    expect(await askedBy(person('volunteer', { volunteerId: pairing.volunteerId }))).toBe('FORBIDDEN')
  })
})

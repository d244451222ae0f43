import sharp from 'sharp'
import { newId } from '../../server/kernel/entity'
import { addDays, dayOf } from '../../server/kernel/days'
import { app, asOwner, person, type Person, stop } from '../support/app'
import { aPairing } from '../support/pairings'
import { aVolunteer } from '../support/people'

afterAll(stop)

const picture = () => sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#286' } }).jpeg().withExif({ IFD0: { ImageDescription: 'taken at the elder’s door' } }).toBuffer()

async function send(who: Person, bytes: Buffer, type = 'image/jpeg') {
  const { http } = await app()
  const response = await http.inject({ method: 'POST', url: '/files', headers: { 'content-type': type, authorization: `Bearer ${who.token}` }, payload: bytes })
  return { status: response.statusCode, ...(response.json() as { id?: string; errors?: { extensions: { code: string } }[] }) }
}

async function fetchFile(who: Person | null, id: string) {
  const { http } = await app()
  return http.inject({ url: `/files/${id}`, headers: who ? { authorization: `Bearer ${who.token}` } : {} })
}

it('keeps a visit’s photo sealed and without its metadata, for whoever may see the visit', async () => {
  const volunteer = await aVolunteer()
  const pairing = await aPairing({ volunteer, startedOn: addDays(dayOf(new Date()), -10), lastContactOn: null })
  const keeper = await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId })
  const station = await person('stationWorker', { regionCode: `${pairing.regionCode.slice(0, 9)}000` })
  const stranger = await person('stationWorker', { regionCode: '990003000000' })
  const { status, id } = await send(keeper, await picture())
  expect(status).toBe(201)
  expect((await fetchFile(station, id!)).statusCode).toBe(404)

  const { recordVisit } = await keeper.get('mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { id photoIds } }', { input: { pairingId: pairing.id, visitedOn: dayOf(new Date()), manner: 'HOME', contactMade: true, minutes: 20, photoIds: [id], clientKey: newId() } })
  expect(recordVisit.photoIds).toEqual([id])
  const shown = await fetchFile(station, id!)
  expect([shown.statusCode, shown.headers['content-type'], shown.headers['x-content-type-options'], shown.headers['cache-control']]).toEqual([200, 'image/jpeg', 'nosniff', 'no-store'])
  const metadata = await sharp(shown.rawPayload).metadata()
  expect([metadata.width, metadata.exif]).toEqual([2000, undefined])
  expect((await fetchFile(stranger, id!)).statusCode).toBe(404)
  expect((await fetchFile(null, id!)).statusCode).toBe(401)
  const [{ content }] = (await asOwner('SELECT content FROM files WHERE id = ?', [id])) as [{ content: Buffer }]
  await expect(sharp(content).metadata()).rejects.toThrow()

  const again = await keeper.ask('mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { id } }', { input: { pairingId: pairing.id, visitedOn: dayOf(new Date()), manner: 'HOME', contactMade: true, minutes: 20, photoIds: [id] } })
  expect(again.code).toBe('INVALID')
})

it('refuses what is no picture, whatever it calls itself, and whoever may not send', async () => {
  const worker = await person('stationWorker', { regionCode: '990004000000' })
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')
  for (const bytes of [svg, Buffer.from('%PDF-1.4'), Buffer.from('PK\u0003\u0004'), Buffer.alloc(10), (await picture()).subarray(0, 400)]) expect([await send(worker, bytes)].map(({ status, errors }) => [status, errors?.[0]?.extensions.code])).toEqual([[400, 'INVALID']])
  expect((await send(worker, Buffer.alloc(9 * 1024 * 1024))).status).toBe(413)
  expect((await send(await person('auditor'), await picture())).status).toBe(403)
})

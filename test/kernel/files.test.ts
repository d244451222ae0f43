import { crc32, deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { newId } from '../../server/kernel/entity'
import { FILE_LIMITS } from '../../server/kernel/files'
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
  // Whoever sees every picture may not use one that another has sent, but not used yet.
  const { id: fresh } = await send(keeper, await picture())
  const officer = await person('bureauOfficer')
  const record = (photoIds: string[]) => officer.ask('mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { id } }', { input: { pairingId: pairing.id, visitedOn: dayOf(new Date()), manner: 'HOME', contactMade: true, minutes: 20, photoIds } })
  expect([(await record([fresh!])).code, (await record([])).code]).toEqual(['INVALID', undefined])
})

/** The head of a PNG that says it is so large, and holds nothing of it. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size[8] = 8
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))])
}

const refused = async (bytes: Buffer, type?: string) => {
  const { status, errors } = await send(await person('stationWorker', { regionCode: '990004000000' }), bytes, type)
  return [status, errors?.[0]?.extensions.code]
}
const drawn = (width = 20, height = 10) => sharp({ create: { width, height, channels: 3, background: '#286' } })

it('refuses what is no picture of the three kinds, whatever it calls itself, and whoever may not send', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const strange: Record<string, Buffer> = {
    svg: Buffer.from(svg), declaredSvg: Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg}`), zippedSvg: gzipSync(svg),
    pdf: Buffer.from('%PDF-1.4'), zip: Buffer.from('PK\u0003\u0004'), html: Buffer.from('<!doctype html><script>alert(1)</script>'), nothing: Buffer.alloc(10), cut: (await picture()).subarray(0, 400),
    gif: await drawn().gif().toBuffer(), tiff: await drawn().tiff().toBuffer(), avif: await drawn().avif().toBuffer(),
    fakeJpeg: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(svg)]), fakePng: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(svg)]),
  }
  for (const [name, bytes] of Object.entries(strange)) for (const type of ['image/jpeg', 'image/png', 'application/octet-stream']) expect([name, type, await refused(bytes, type)]).toEqual([name, type, [400, 'INVALID']])
  for (const type of ['image/svg+xml', 'image/gif', 'text/html', 'multipart/form-data; boundary=x']) expect([type, (await refused(Buffer.from(svg), type))[0]]).toEqual([type, 415])
  expect((await refused(Buffer.alloc(FILE_LIMITS.bytes)))[0]).toBe(400)
  expect((await refused(Buffer.alloc(FILE_LIMITS.bytes + 1)))[0]).toBe(413)
  expect((await send(await person('auditor'), await picture())).status).toBe(403)
}, 60_000)

it('goes by what a picture is, not by what it is called, and draws it anew: nothing that was hidden in it, before, between or behind, is left', async () => {
  const keeper = await person('stationWorker', { regionCode: '990004000000' })
  const hidden = ['AT-THE-ELDERS-DOOR', 'GPS-OF-THE-HOME', '<script>alert(1)</script>', 'PK\u0003\u0004behind']
  const exif = { IFD0: { ImageDescription: hidden[0]!, Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 51/1 0/1', GPSMapDatum: hidden[1]! } }
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${hidden[2]!.replaceAll('<', '&lt;')}</rdf:RDF></x:xmpmeta>`
  const told = () => drawn().withExif(exif).withXmp(xmp).withIccProfile('p3')
  for (const [name, bytes] of Object.entries({ jpeg: await told().jpeg().toBuffer(), png: await told().png().toBuffer(), webp: await told().webp().toBuffer() })) {
    const before = await sharp(bytes).metadata()
    expect([name, !!before.exif, !!before.xmp, !!before.icc, before.exif?.includes(hidden[0]!), before.exif?.includes(hidden[1]!)]).toEqual([name, true, true, true, true, true])
    const { id } = await send(keeper, Buffer.concat([bytes, Buffer.from(hidden.slice(2).join(''))]), 'image/png')
    for (const part of ['', '?thumbnail=1']) {
      const shown = await fetchFile(keeper, `${id}${part}`)
      expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg', 'content-disposition': `attachment; filename="${id}.jpg"`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
      const { format, exif, xmp, icc, iptc, orientation } = await sharp(shown.rawPayload).metadata()
      expect({ name, part, format, exif, xmp, icc, iptc, orientation }).toEqual({ name, part, format: 'jpeg' })
      expect(hidden.filter(text => shown.rawPayload.includes(text))).toEqual([])
    }
  }
})

it('gives every picture a name of its own that nobody can guess, and asks for none by a path', async () => {
  const keeper = await person('stationWorker', { regionCode: '990004000000' })
  const ids = [(await send(keeper, await picture())).id!, (await send(keeper, await picture())).id!]
  expect(new Set(ids.map(id => id.slice(10))).size).toBe(2)
  for (const id of ids) expect(id).toMatch(/^[0-9A-Z]{26}$/)
  for (const trick of ['..%2f..%2fetc%2fpasswd', '%2e%2e', `${ids[0]}%00.html`, `${ids[0]!.toLowerCase()}`, "x'%20OR%201=1--", 'x'.repeat(90)]) expect([trick, (await fetchFile(keeper, trick)).statusCode]).toEqual([trick, 404])
})

it('draws as many pixels as may be, and refuses one row more without drawing any', async () => {
  const worker = await person('stationWorker', { regionCode: '990004000000' })
  const [width, height] = [8000, FILE_LIMITS.pixels / 8000]
  expect((await send(worker, await drawn(width, height).png().toBuffer())).status).toBe(201)
  const before = process.memoryUsage().rss
  expect(await refused(await drawn(width, height + 1).png().toBuffer())).toEqual([400, 'INVALID'])
  for (const [wide, high] of [[width, height + 1], [60_000, 60_000], [2 ** 31 - 1, 2 ** 31 - 1], [0, 0]] as const) expect([wide, await refused(pngOf(wide, high))]).toEqual([wide, [400, 'INVALID']])
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
}, 60_000)

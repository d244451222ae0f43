import { app, type Person, person, stop } from '../support/app'
import { fetchSheet } from '../support/jobs'

afterAll(stop)

const CSV = Buffer.from('姓名\n=示例\n')

async function send(who: Person, name: string, payload = CSV) {
  const { http } = await app()
  const answer = await http.inject({ method: 'POST', url: '/sheets', headers: { 'content-type': 'application/octet-stream', 'x-file-name': name, authorization: `Bearer ${who.token}` }, payload })
  return { status: answer.statusCode, ...(answer.json() as { id?: string; name?: string }) }
}

it('gives a sheet back as an attachment, to whoever sent it, under a name that leads nowhere', async () => {
  const [worker, other] = [await person('stationWorker', { regionCode: '990005000000' }), await person('stationWorker', { regionCode: '990005000000' })]
  const tricks: [string, string][] = [
    [encodeURIComponent('名单.csv'), '名单.csv'],
    [encodeURIComponent('../../etc/passwd'), '.. .. etc passwd'],
    [encodeURIComponent('..\\..\\windows\\x.csv'), '.. .. windows x.csv'],
    [encodeURIComponent('a\u0000b\r\nset-cookie: x=1'), 'a b  set-cookie: x=1'],
    [encodeURIComponent('a";filename=b.html;x="'), 'a";filename=b.html;x="'],
    [encodeURIComponent(`${'x'.repeat(179)}😀.csv`), 'x'.repeat(179)],
    ['%ff%zz', 'sheet'],
    ['', 'sheet'],
  ]
  for (const [said, kept] of tricks) {
    const { status, id, name } = await send(worker, said)
    expect([said, status, name]).toEqual([said, 201, kept])
    const given = await fetchSheet(worker, id!)
    expect([given.status, given.bytes.equals(CSV)]).toEqual([200, true])
    expect(given.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-disposition': `attachment; filename="sheet-${id}"; filename*=UTF-8''${encodeURIComponent(kept)}` })
    expect(given.headers['set-cookie']).toBeUndefined()
    expect((await fetchSheet(other, id!)).status).toBe(404)
    expect((await fetchSheet(null, id!)).status).toBe(401)
  }
})

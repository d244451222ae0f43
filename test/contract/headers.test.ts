import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { type App, createApp } from '../../server/app'
import { LIMITS } from '../../server/kernel/limits'
import { type Person, person, stop } from '../support/app'
import { database } from '../support/database'

const PAGE = { accept: 'text/html' }
const TLS = { 'x-forwarded-proto': 'https' }
let folder: string
let product: App
let officer: Person
let picture: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'laobing-console-'))
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><meta nonce="__CSP_NONCE__">')
  writeFileSync(path.join(folder, 'assets/a-1.js'), '1')
  writeFileSync(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  process.env.TRUST_PROXY = '1'
  product = await createApp({ database: await database(), consoleFolder: folder })
  delete process.env.TRUST_PROXY
  officer = await person('bureauOfficer')
  const payload = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).jpeg().toBuffer()
  const sent = await product.http.inject({ method: 'POST', url: '/files', headers: { 'content-type': 'image/jpeg', ...bearer() }, payload })
  picture = (sent.json() as { id: string }).id
})
afterAll(async () => {
  await product.http.close()
  rmSync(folder, { recursive: true })
  await stop()
})

const bearer = () => ({ authorization: `Bearer ${officer.token}` })
const get = (url: string, headers: Record<string, string> = {}) => product.http.inject({ method: 'GET', url, headers })
const ask = (payload: string, headers: Record<string, string> = {}) => product.http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload })
const about = JSON.stringify({ query: '{ about { demo } }' })

/** A key that may ask once a minute, and has. */
async function spentKey(): Promise<Record<string, string>> {
  const admin = await person('bureauAdministrator')
  const { createApiKey } = await admin.get('mutation { createApiKey(input: { name: "网站", operations: ["publicPostNotices"], perMinute: 1 }) { key } }')
  const headers = { 'x-api-key': createApiKey.key as string }
  await ask(about, headers)
  return headers
}

/** Asks a server that is about to stop. */
async function whileStopping<T>(asking: () => Promise<T>): Promise<T> {
  product.ready = false
  try {
    return await asking()
  } finally {
    product.ready = true
  }
}

/** Every kind of answer that leaves, and its status. */
const answers: [string, number, (more: Record<string, string>) => ReturnType<typeof get>][] = [
  ['an answer', 200, more => ask(about, more)],
  ['a refusal', 401, more => ask(JSON.stringify({ query: '{ me { draftKey } }' }), more)],
  ['no JSON', 400, more => ask('{', more)],
  ['no query', 400, more => ask('{}', more)],
  ['a document that is wrong', 400, more => ask(JSON.stringify({ query: '{ nonsense }' }), more)],
  ['a body that is too long', 413, more => ask(`"${'x'.repeat(LIMITS.body)}"`, more)],
  ['a body of another kind', 415, more => ask('a=b', { ...more, 'content-type': 'application/x-www-form-urlencoded' })],
  ['one too often', 429, async more => ask(about, { ...more, ...(await spentKey()) })],
  ['one too late', 503, more => whileStopping(() => ask(about, more))],
  ['a method that is not meant', 405, more => get('/graphql', more)],
  ['a sign of the console', 200, more => get('/favicon.svg', more)],
  ['an address that has nothing', 404, more => get('/nowhere', more)],
  ['a picture', 200, more => get(`/files/${picture}`, { ...more, ...bearer() })],
  ['a picture for nobody', 401, more => get(`/files/${picture}`, more)],
  ['a picture that is not there', 404, more => get('/files/x', { ...more, ...bearer() })],
  ['a sheet that is not there', 404, more => get('/sheets/x', { ...more, ...bearer() })],
  ['a paper that is not there', 404, more => get('/papers/certificates/x', { ...more, ...bearer() })],
  ['the console', 200, more => get('/', { ...more, ...PAGE })],
  ['a page of the console', 200, more => get('/some/where', { ...more, ...PAGE })],
  ['whether it lives', 200, more => get('/livez', more)],
  ['whether it is ready', 200, more => get('/readyz', more)],
  ['its version', 200, more => get('/version', more)],
]

it.each(answers)('%s (%i) is kept by nobody, is what it says, stands in no frame, and over TLS asks for TLS for good', async (_, status, asking) => {
  const plain = await asking({})
  expect(plain.statusCode).toBe(status)
  expect(plain.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin', 'x-request-id': expect.any(String) })
  expect(plain.headers['strict-transport-security']).toBeUndefined()
  expect(JSON.stringify(plain.headers)).not.toMatch(/fastify|x-powered-by|"server"/i)
  expect((await asking(TLS)).headers['strict-transport-security']).toBe('max-age=31536000')
})

it('says the same where not even the address can be read', async () => {
  const answer = await get('/papers/%ff')
  expect(answer).toMatchObject({ statusCode: 400, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' } })
  expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
})

it('lets a browser keep a file of the console whose name changes with its content, and nothing else', async () => {
  const asset = await get('/assets/a-1.js', TLS)
  expect(asset.headers).toMatchObject({ 'cache-control': expect.stringMatching(/immutable/), 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'strict-transport-security': 'max-age=31536000' })
})

it('says of the console what a browser may do with it: own scripts only, no frame, no other base', async () => {
  const pages = [await get('/', PAGE), await get('/some/where', PAGE), await get('/index.html', PAGE)]
  const policies = pages.map(page => Object.fromEntries(String(page.headers['content-security-policy']).split('; ').map(rule => [rule.split(' ')[0], rule])))
  for (const [at, page] of pages.entries()) {
    expect(policies[at]).toMatchObject({ 'default-src': "default-src 'self'", 'script-src': "script-src 'self'", 'frame-ancestors': "frame-ancestors 'none'", 'base-uri': "base-uri 'none'", 'object-src': "object-src 'none'", 'connect-src': "connect-src 'self'" })
    const nonce = /nonce="([^"]+)"/.exec(page.body)![1]!
    expect(policies[at]!['style-src']).toBe(`style-src 'self' 'nonce-${nonce}'`)
  }
  expect(policies[0]!['style-src']).not.toBe(policies[1]!['style-src'])
})

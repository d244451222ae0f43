import { makeClient } from '../../admin/data/client'
import { makeDataProvider } from '../../admin/data/dataProvider'
import { detailsOf } from '../../admin/data/Refusal'

const fetched = jest.fn<Promise<Response>, [string, RequestInit]>()
const provider = makeDataProvider(makeClient(() => 'en'), [])
const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

beforeEach(() => {
  fetched.mockReset()
  globalThis.fetch = fetched as unknown as typeof fetch
})

it('asks in the chosen language, with the cookie and past the CSRF guard', async () => {
  fetched.mockResolvedValue(json(200, { data: { me: 1 } }))
  expect(await provider.ask('query me { me }')).toEqual({ me: 1 })
  const [url, init] = fetched.mock.calls[0]!
  expect(url).toBe('/graphql')
  expect(init).toMatchObject({ method: 'POST', credentials: 'include', headers: { 'accept-language': 'en', 'apollo-require-preflight': 'true' } })
  expect(JSON.parse(String(init.body))).toEqual({ operationName: 'me', query: 'query me {\n  me\n}', variables: {} })
})

it.each([401, 429, 503, 200])('reads a refusal out of an answer with status %i', async status => {
  fetched.mockResolvedValue(json(status, { errors: [{ message: 'no', extensions: { code: 'TOTP_REQUIRED', requestId: 'r' } }] }))
  const error: unknown = await provider.send('mutation signIn { signIn }').catch((caught: unknown) => caught)
  expect(detailsOf(error)).toMatchObject({ code: 'TOTP_REQUIRED', requestId: 'r' })
})

it.each([new Response('<html>Bad gateway</html>', { status: 502 }), new Response('', { status: 504 })])('takes what is no GraphQL for nobody answering', async response => {
  fetched.mockResolvedValue(response)
  expect(detailsOf(await provider.ask('query me { me }').catch((caught: unknown) => caught)).code).toBe('UNREACHABLE')
})

it('hands the signal on, so that a page that is left stops asking', async () => {
  fetched.mockResolvedValue(json(200, { data: {} }))
  const { signal } = new AbortController()
  await provider.ask('query me { me }', {}, { signal })
  expect(fetched.mock.calls[0]![1].signal).toBe(signal)
})

it('says of what the page asks by itself that nobody need be sitting there', async () => {
  fetched.mockImplementation(async () => json(200, { data: {} }))
  await provider.ask('query me { me }', {}, { background: true })
  await provider.ask('query me { me }')
  expect(fetched.mock.calls.map(([, { headers }]) => (headers as Record<string, string>)['x-background'])).toEqual(['1', undefined])
})

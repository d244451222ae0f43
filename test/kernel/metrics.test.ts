import { app, ask, stop } from '../support/app'

afterAll(stop)

it('tells operators on this machine, and nobody else, what goes on', async () => {
  await ask('{ about { version } }')
  await ask('{ me { draftKey } }')
  const { http } = await app()
  const { statusCode, body } = await http.inject('/metrics')
  expect(statusCode).toBe(200)
  for (const line of [/^laobing_answers_total\{status="200"\} 1$/m, /^laobing_answers_total\{status="401"\} 1$/m, /^laobing_refusals_total\{code="UNAUTHENTICATED"\} 1$/m, /^laobing_answer_seconds_bucket\{le="\+Inf"\} 2$/m, /^laobing_connections\{state="open"\} \d+$/m, /^laobing_requests_limit 200$/m]) expect(body).toMatch(line)
  for (const line of body.trim().split('\n')) expect(line).toMatch(/^(# TYPE \w+ (counter|gauge|histogram)|\w+(\{\w+="[^"]*"\})? [\d.e-]+)$/)
  expect((await http.inject({ url: '/metrics', remoteAddress: '10.1.2.3' })).statusCode).toBe(404)
})

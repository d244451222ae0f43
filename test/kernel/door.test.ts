import { ask, person, stop } from '../support/app'

afterAll(stop)

it('says what it is to anybody', async () => {
  const { data, error } = await ask('{ about { demo version codes } }')
  expect(error).toBeUndefined()
  expect(data.about.codes).toContain('NOT_FOUND')
})

it('asks for a sign-in first', async () => {
  const answer = await ask('mutation { reveal(type: "Account", id: "x", field: "totpSecret", reason: "r") }')
  expect(answer.code).toBe('UNAUTHENTICATED')
  expect(answer.status).toBe(401)
})

it('knows a session', async () => {
  const admin = await person('bureauAdministrator')
  const answer = await admin.ask('mutation { reveal(type: "Account", id: "x", field: "totpSecret", reason: "r") }')
  expect(answer.code).toBe('FORBIDDEN')
})

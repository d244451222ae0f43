import type * as Password from '../../../server/people/accounts/password'

/** The rules for passwords as a policy has them. */
function under(policy: string): typeof Password {
  const before = process.env.PASSWORD_POLICY
  process.env.PASSWORD_POLICY = policy
  let rules: typeof Password | undefined
  jest.isolateModules(() => { rules = require('../../../server/people/accounts/password') as typeof Password })
  if (before === undefined) delete process.env.PASSWORD_POLICY
  else process.env.PASSWORD_POLICY = before
  return rules!
}

it('asks for complexity and rotation under the classified protection', () => {
  const { weaknessOf, PASSWORD_DAYS } = under('mlps')
  expect(PASSWORD_DAYS).toBe(90)
  expect(weaknessOf('Horse-42', 'somebody', false)).toBeNull()
  expect(weaknessOf('Horse-42', 'somebody', true)?.en).toBe('At least 10 characters.')
  expect(weaknessOf('Horse-4', 'somebody', false)?.en).toBe('At least 8 characters.')
  expect(weaknessOf('horsehorse42', 'somebody', true)?.en).toContain('three of')
  expect(weaknessOf('Xx-SomeBody-42', 'somebody', true)?.en).toContain('user name')
})

it('asks for length and an uncommon password under ASVS, and for no rotation', () => {
  const { weaknessOf, PASSWORD_DAYS } = under('asvs')
  expect(PASSWORD_DAYS).toBe(Infinity)
  expect(weaknessOf('eleven chars', 'somebody', true)).toBeNull()
  expect(weaknessOf('Horse-42-xy', 'somebody', false)?.en).toBe('At least 12 characters.')
  expect(weaknessOf('my-password-is-long', 'somebody', false)?.en).toContain('common')
})

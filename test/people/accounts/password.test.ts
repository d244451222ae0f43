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

it('asks for complexity and rotation under the classified protection', async () => {
  const { weaknessOf, PASSWORD_DAYS } = under('mlps')
  expect(PASSWORD_DAYS).toBe(90)
  expect(await weaknessOf('Horse-42', 'somebody', false)).toBeNull()
  expect((await weaknessOf('Horse-42', 'somebody', true))?.en).toBe('At least 10 characters.')
  expect((await weaknessOf('Horse-4', 'somebody', false))?.en).toBe('At least 8 characters.')
  expect((await weaknessOf('horsehorse42', 'somebody', true))?.en).toContain('three of')
  expect((await weaknessOf('Xx-SomeBody-42', 'somebody', true))?.en).toContain('user name')
})

it('asks for length and an uncommon password under ASVS, and for no rotation', async () => {
  const { weaknessOf, PASSWORD_DAYS } = under('asvs')
  expect(PASSWORD_DAYS).toBe(Infinity)
  expect(await weaknessOf('eleven chars', 'somebody', true)).toBeNull()
  expect((await weaknessOf('Horse-42-xy', 'somebody', false))?.en).toBe('At least 12 characters.')
})

it.each([
  'unbelievable', 'UNBELIEVABLE', 'Password-2026!', '!!Passw0rd2026', 'p@$$w0rd-1949', 'passwordpassword', 'dragon123456', '1234567890123', '098765432109', 'qwertyuiopas', 'zyxwvutsrqponm', '1qaz2wsx3edc4rfv',
  'aaaaaaaaaaaaaa', 'abcabcabcabcabc', 'ｐａｓｓｗｏｒｄ2026', '１２３４５６７８９０１２', '20262026dragon',
])('finds %s too common under ASVS', async password => {
  expect((await under('asvs').weaknessOf(password, 'somebody', true))?.en).toContain('common')
})

it.each(['welcome-to-laobing-42', 'L4ob1ng welcomes us', 'NAIMAN county house', '我们在奈曼旗已经住了二十年', 'S0me.b0dy was here 9'])('finds a word of the place or the user in %s under ASVS', async password => {
  expect((await under('asvs').weaknessOf(password, 'some.body', true))?.en).toContain('place')
})

it.each(['correct horse battery staple', '石榴籽紧紧抱在一起过大年', 'my-password-is-long', 'Xq7 vR2 pL9 mW4', 'wanderers of the steppe'])('takes %s under ASVS', async password => {
  expect(await under('asvs').weaknessOf(password, 'somebody', true)).toBeNull()
})

it('reads the list of common passwords only when one is to be judged', async () => {
  await jest.isolateModulesAsync(async () => {
    const read = (): boolean => Object.keys(require.cache ?? {}).some(file => file.includes('language-common'))
    const { isCommon } = await import('../../../server/people/accounts/commonPassword')
    expect(read()).toBe(false)
    expect(await isCommon('unbelievable')).toBe(true)
    expect(read()).toBe(true)
  })
})

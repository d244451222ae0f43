import { enumOf, valueInWords } from '../../admin/overview/changeWords'

it.each([
  ['Pairing', 'state', 'ACTIVE', 'PairingState'],
  ['Team', 'state', 'ACTIVE', 'TeamState'],
  ['Beneficiary', 'consentState', 'GIVEN', 'ConsentState'],
  ['Beneficiary', 'grade', 'KEY', 'RiskGrade'],
  ['WeatherWarning', 'kind', 'COLD_WAVE', 'WeatherKind'],
  ['Account', 'username', 'ACTIVE', undefined],
  ['Person', 'note', 'QR', 'CheckManner'],
  ['Person', 'note', 'NOBODY_SAYS_SO', undefined],
])('finds of %s.%s %s the enum', (entity, field, code, name) => {
  expect(enumOf(entity, field, code)).toBe(name)
})

it('says codes and lists of codes in words, and leaves what somebody wrote as it is', () => {
  const said = (field: string, value: string) => valueInWords('Beneficiary', field, value, (name, code) => `${name}/${code}`)
  expect(said('state', 'WAITING')).toBe('BeneficiaryState/WAITING')
  expect(said('kinds', '["OLDEST","NEEDY"]')).toBe('["BeneficiaryKind/OLDEST","BeneficiaryKind/NEEDY"]')
  expect(said('note', 'QR 码 OPEN 了')).toBe('QR 码 OPEN 了')
  expect(said('note', '2026-11-02')).toBe('2026-11-02')
})

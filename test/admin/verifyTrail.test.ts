import { overview as en } from '../../admin/i18n/en/overview'
import { overview as zh } from '../../admin/i18n/zh/overview'
import { meaningOf } from '../../admin/overview/VerifyTrail'

it.each([
  [{ ok: true, firstBroken: null, anchored: true }, 'whole', 'success'],
  [{ ok: true, firstBroken: null, anchored: false }, 'unanchored', 'warning'],
  [{ ok: false, firstBroken: '01K', anchored: true }, 'broken', 'error'],
  [{ ok: false, firstBroken: '01K', anchored: false }, 'broken', 'error'],
  [{ ok: false, firstBroken: null, anchored: true }, 'forged', 'error'],
] as const)('says of %j that the trail is %s', (verdict, words, severity) => {
  expect(meaningOf({ checked: 3, ...verdict })).toEqual({ words, severity })
  expect([zh, en].map(({ auditTrail }) => auditTrail.verify[words].length > 20)).toEqual([true, true])
})

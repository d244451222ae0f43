import fc from 'fast-check'
import mysql from 'mysql2'
import type { Value } from '../../server/kernel/database'
import { statementText } from '../../server/kernel/statementText'

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('\'', '"', '\\', '`', ';', '?', '\0', '\n', '-- ', '/*', '*/', '\x1a', '张', 'a') }))
const value: fc.Arbitrary<Value> = fc.oneof(
  text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: false }), fc.uint8Array().map(bytes => Buffer.from(bytes)), fc.array(fc.oneof(text, fc.integer()), { minLength: 1 }),
)
const piece = fc.constantFrom('a = ', ', `b?` = ', " AND c LIKE 'what?' AND d = ", ' IN /* who? */ ', ' -- why?\n + ', ' "how?" ', '')

describe('a statement with its values', () => {
  it('is what the driver makes of it, the first time and again', () => {
    fc.assert(fc.property(fc.array(fc.tuple(piece, fc.array(value, { minLength: 2, maxLength: 2 })), { maxLength: 8 }), parts => {
      const sql = `SELECT ${parts.map(([words]) => `${words}(?)`).join('')} FROM t`
      for (const turn of [0, 1]) {
        const values = parts.map(([, both]) => both[turn]!)
        expect(statementText(sql, values)).toBe(mysql.format(sql, values as mysql.SqlValue[], true, 'Z'))
      }
    }), { numRuns: 2000 })
  })

  it('is what the driver makes of it where there are more or fewer values than places', () => {
    for (const values of [[], [1], [1, 2], [1, 2, 3]]) expect(statementText('SELECT ?, ? FROM few', values)).toBe(mysql.format('SELECT ?, ? FROM few', values, true, 'Z'))
  })

  it('brings no other along: a semicolon stands in values only', () => {
    expect(() => statementText('SELECT 1; DELETE FROM t', [])).toThrow(/semicolon/)
    expect(statementText('SELECT ?', ["'; DELETE FROM t; --"])).toBe("SELECT '\\'; DELETE FROM t; --'")
  })
})

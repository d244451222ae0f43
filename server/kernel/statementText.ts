import mysql from 'mysql2'
import type { Value } from './Line'
import { Recent } from './Recent'

/** How many statements are kept in pieces, and up to which length, in characters: those of many rows are as many as there are numbers of rows. */
const KEPT = 1000
const LONGEST = 6000

/** What stands for a value while the driver finds the places; no statement holds it. */
const MARK = '\0'
const known = new Recent<string, readonly string[]>(KEPT)

/**
 * A statement with its values in their places, escaped by the driver. Where the places are is found once for each statement, instead of
 * anew each time it is sent: the search takes longer than all the rest. Statements may go together on our connections, so none may
 * bring along another that was not meant: a semicolon can only stand in a value.
 */
export function statementText(sql: string, values: readonly Value[]): string {
  const pieces = piecesOf(sql, values.length)
  if (pieces.length !== values.length + 1) return mysql.format(sql, values as mysql.SqlValue[], true, 'Z')
  let text = pieces[0]!
  for (let at = 0; at < values.length; at++) text += escaped(values[at]!) + pieces[at + 1]!
  return text
}

function piecesOf(sql: string, places: number): readonly string[] {
  let pieces = known.get(sql)
  if (pieces) return pieces
  if (sql.includes(';')) throw new Error('A statement holds no semicolon: values stand in its values, and a second statement is sent by itself.')
  pieces = mysql.format(sql, Array<mysql.Raw>(places).fill(mysql.raw(MARK))).split(MARK)
  if (sql.length <= LONGEST) known.set(sql, pieces)
  return pieces
}

const INSTANT = /^\d{4}-\d\d-\d\dT/
let last = { time: NaN, text: '' }

function escaped(value: Value): string {
  return value instanceof Date ? instant(value) : mysql.escape(value as mysql.SqlValue, true, 'Z')
}

/** An act writes the same instant many times over. */
function instant(value: Date): string {
  const time = value.getTime()
  if (time === last.time) return last.text
  const iso = Number.isNaN(time) ? '' : value.toISOString()
  const text = INSTANT.test(iso) ? `'${iso.slice(0, 10)} ${iso.slice(11, 23)}'` : mysql.escape(value, true, 'Z')
  last = { time, text }
  return text
}

import { PlainError } from './plainError.mjs'

/** The tables of a schema. */
export async function tablesOf(connection, schema) {
  const [rows] = await connection.query("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_NAME", [schema])
  return rows.map(row => row.name)
}

/**
 * Puts the tables of `fresh` in the place of those of `target` in one statement, so that there is no moment with half of
 * each; the replaced ones are dropped after.
 */
export async function swapSchemas(connection, target, fresh) {
  const incoming = await tablesOf(connection, fresh)
  if (incoming.length === 0) throw new PlainError('The backup holds no tables.')
  const outgoing = await tablesOf(connection, target)
  const aside = `${target}_replaced`
  await connection.query(`DROP DATABASE IF EXISTS \`${aside}\``)
  await connection.query(`CREATE DATABASE \`${aside}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
  const moves = [
    ...outgoing.map(name => `\`${target}\`.\`${name}\` TO \`${aside}\`.\`${name}\``),
    ...incoming.map(name => `\`${fresh}\`.\`${name}\` TO \`${target}\`.\`${name}\``),
  ]
  await connection.query(`RENAME TABLE ${moves.join(', ')}`)
  await connection.query(`DROP DATABASE \`${aside}\``)
}

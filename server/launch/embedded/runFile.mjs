import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The database's name, its owner (migrations, backup) and the application's own user. */
export const DATABASE = 'laobing'
const OWNER = 'laobing_owner'
const APP = 'laobing_app'

const newPassword = () => randomBytes(24).toString('base64url')

/** What a start leaves for the next one (mode 0600): passwords, port, socket, and which process is the server. */
export function readRun(dir) {
  try {
    return JSON.parse(readFileSync(join(dir, 'run.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** Replaces run.json as a whole. */
export function writeRun(dir, run) {
  const fresh = join(dir, `run.json.new-${process.pid}`)
  writeFileSync(fresh, JSON.stringify(run, null, 2), { mode: 0o600 })
  renameSync(fresh, join(dir, 'run.json'))
}

/** Passwords for a database that has none yet. */
export const newRun = () => ({
  owner: { user: OWNER, password: newPassword() },
  app: { user: APP, password: newPassword() },
  root: { user: 'root', password: newPassword() },
})

/** The address of the database for one of its users. */
export const urlFor = (run, { user, password }) => `mysql://${user}:${password}@127.0.0.1:${run.port}/${DATABASE}`

/**
 * Writes the statements that the server runs at its start: the database and its two users. The owner holds every right on
 * the product's databases; the application's user has none until migrations grant it, table by table. A test server's
 * owner may make databases and users of any name.
 */
export function writeInitFile(file, run, profile, flavour) {
  const owner = `'${run.owner.user}'@'%'`
  const user = (name, password) => [`CREATE USER IF NOT EXISTS ${name} IDENTIFIED BY '${password}';`, `ALTER USER ${name} IDENTIFIED BY '${password}';`]
  const grants = profile === 'test'
    ? [`GRANT ALL ON *.* TO ${owner} WITH GRANT OPTION;`]
    : [
        `GRANT ALL ON \`${DATABASE}\`.* TO ${owner} WITH GRANT OPTION;`,
        `GRANT ALL ON \`${DATABASE}\\_%\`.* TO ${owner} WITH GRANT OPTION;`,
        `GRANT CREATE USER ON *.* TO ${owner};`,
      ]
  const statements = [
    `CREATE DATABASE IF NOT EXISTS \`${DATABASE}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;`,
    "DROP USER IF EXISTS ''@'localhost';",
    // MariaDB's installer also makes roots without a password for other host names.
    ...(flavour === 'mariadb' ? ["DELETE FROM mysql.global_priv WHERE User = 'root' AND Host <> 'localhost';", 'FLUSH PRIVILEGES;'] : []),
    ...user(owner, run.owner.password),
    ...user(`'${run.app.user}'@'%'`, run.app.password),
    ...grants,
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${run.root.password}';`,
  ]
  rmSync(file, { force: true })
  writeFileSync(file, `${statements.join('\n')}\n`, { mode: 0o600 })
}

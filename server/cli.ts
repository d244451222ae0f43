import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Database } from './kernel/database'
import { systemContext } from './kernel/jobs'
import { findAmiss } from './kernel/totals'
import { migrateDatabase, ownerSource } from './migrate'
import { entities } from './schema'
import { emitSchema } from './emitSchema'
import { loadFoundation } from './seeds/foundation'

const [command = '', ...flags] = process.argv.slice(2)

function environment(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; run this through npm, which sets it.`)
  return value
}

const open = (): Promise<Database> => Database.open(environment('DATABASE_URL'), [...entities])

/** What the product can be told on the command line, one word each. */
const commands: Record<string, () => Promise<void>> = {
  /** Brings the tables up to date, and what every installation holds: divisions, programmes, the plan. */
  async migrate() {
    const count = await migrateDatabase(process.env.DATABASE_OWNER_URL ?? environment('DATABASE_URL'), environment('DATABASE_URL'))
    console.log(count === 0 ? 'The tables are up to date.' : `${count} migration(s) run.`)
    const database = await open()
    await loadFoundation(systemContext(database, 'foundation'))
    await database.close()
  },

  /** Loads the invented people; `--if-empty` does nothing where there are accounts already. */
  async seed() {
    if (process.env.NODE_ENV === 'production' && process.env.DEMO !== '1') throw new Error('Invented data is refused in production; set DEMO=1 if you mean it.')
    const { loadDemo } = await import('./seeds/demo.js')
    const database = await open()
    const scale = Number(flags.find(flag => flag.startsWith('--scale='))?.slice(8) ?? 1)
    await loadDemo(database, { onlyIfEmpty: flags.includes('--if-empty'), scale, say: line => console.log(line) })
    await database.close()
  },

  /** Compares every kept total, and every other number that is kept, with what it counts; names each difference, and fails where there is one. `--mend` puts the kept totals and the volunteers' hours right. */
  async 'check:totals'() {
    const { recountHours } = await import('./people/hours/checkTotals.js')
    const database = await open()
    const ctx = systemContext(database, 'checkTotals')
    if (flags.includes('--mend')) await ctx.transact('recountHours', recountHours)
    const amiss = await findAmiss(ctx)
    await database.close()
    for (const { total, id, kept, counted } of amiss) console.log(`${total} ${id}: ${kept} is kept, ${counted} counted`)
    if (amiss.length > 0) throw new Error(`${amiss.length} number(s) differ from what they count.`)
    console.log('Every number kept is what it counts.')
  },

  /** Brings in a new sealing key and seals everything anew, while the product runs; `--cipher=sm4` for SM4, `--add-only` to spread the key first. */
  async 'rotate-keys'() {
    if (process.env.LAOBING_KEYS) throw new Error('The keys come from LAOBING_KEYS; a rotation needs a keys file (LAOBING_KEYS_FILE).')
    const { rotateKeys } = await import('./rotateKeys.js')
    const database = await open()
    await rotateKeys(database, environment('LAOBING_KEYS_FILE'), { cipher: flags.includes('--cipher=sm4') ? 'sm4' : 'aes', addOnly: flags.includes('--add-only'), say: line => console.log(line) })
    await database.close()
  },

  /** Writes what the product promises into `schema/`. */
  async schema() {
    const ownerUrl = process.env.DATABASE_OWNER_URL
    if (ownerUrl) await migrateDatabase(ownerUrl, environment('DATABASE_URL'))
    await emitSchema(path.resolve('schema'), ownerUrl)
    console.log('schema/ is written.')
  },

  /** Writes the statements by which the tables would follow the entities, for a new migration to be read and edited. */
  async migration() {
    const source = await (await ownerSource(process.env.DATABASE_OWNER_URL ?? environment('DATABASE_URL'))).initialize()
    const { upQueries } = await source.driver.createSchemaBuilder().log()
    await source.destroy()
    if (upQueries.length === 0) return console.log('The tables follow the entities; there is nothing to migrate.')
    const file = path.resolve('server/migrations', `${Date.now()}.sql`)
    writeFileSync(file, upQueries.map(each => `${each.query};\n`).join(''))
    console.log(`Written to ${file}: read it, edit it, and make it a migration.`)
  },

  /** Makes the first administrator; asks for what is not given as --username= --name=, and for the password on standard input. */
  async 'create-admin'() {
    const { createFirstAdministrator } = await import('./people/accounts/createFirstAdministrator.js')
    const given = (name: string) => flags.find(flag => flag.startsWith(`--${name}=`))?.slice(name.length + 3)
    const lines = createInterface({ input: process.stdin, output: process.stdout })
    const unanswered = new Promise<never>((_, refuse) => lines.once('close', () => refuse(new Error('Standard input ended before everything was answered. Give --username=, --name= and, in ADMIN_PASSWORD, the password.'))))
    unanswered.catch(() => undefined)
    const ask = (question: string): Promise<string> => Promise.race([lines.question(question), unanswered])
    const username = given('username') ?? (await ask('User name: '))
    const displayName = given('name') ?? (await ask('Name shown: '))
    const password = process.env.ADMIN_PASSWORD ?? (await ask('Password (it must be changed at the first sign-in): '))
    lines.close()
    const database = await open()
    await createFirstAdministrator(database, { username, displayName, password })
    await database.close()
    console.log(`The administrator "${username}" may sign in.`)
  },
}

const run = commands[command]
if (!run) {
  console.error(`Unknown command "${command}". There are: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
run().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)

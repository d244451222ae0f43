import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { buildFrontedSchema } from './schema'
import { ownerSource } from './migrate'
import { roles } from './roles'
import { workflows } from './kernel/workflow'

/** What `schema/` holds, by file name. `tables.sql` needs an empty database to look at and is left out without one. */
export async function promises(ownerUrl?: string): Promise<Record<string, string>> {
  const schema = buildFrontedSchema()
  return {
    'schema.graphql': `${printSchema(lexicographicSortSchema(schema))}\n`,
    'roles.md': rolesPage(),
    'states.md': statesPage(),
    ...(ownerUrl && { 'tables.sql': await tablesPage(ownerUrl) }),
  }
}

/** Writes the promises into a folder. */
export async function emitSchema(folder: string, ownerUrl?: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(await promises(ownerUrl))) writeFileSync(path.join(folder, name), text)
}

function rolesPage(): string {
  const names = Object.keys(roles) as (keyof typeof roles)[]
  const permissions = [...new Set(names.flatMap(name => [...roles[name].may] as string[]))].sort()
  const holds = (name: keyof typeof roles, permission: string) => ((roles[name].may as readonly string[]).includes(permission) ? '●' : '')
  return [
    '# Who may do what',
    '',
    'Emitted by `npm run schema` from `server/roles.ts`. A dot: the role may, within its reach.',
    '',
    `| permission | ${names.join(' | ')} |`,
    `|---|${names.map(() => ':-:').join('|')}|`,
    `| *reach* | ${names.map(name => `*${roles[name].reach}*`).join(' | ')} |`,
    ...permissions.map(permission => `| ${permission} | ${names.map(name => holds(name, permission)).join(' | ')} |`),
    '',
  ].join('\n')
}

function statesPage(): string {
  const pages = [...workflows()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, workflow }) =>
      [
        `## ${name}`,
        '',
        '```mermaid',
        'stateDiagram-v2',
        `  [*] --> ${workflow.initial}`,
        ...workflow.actions().flatMap(action => workflow.steps[action]!.from.flatMap(from => (workflow.targets(action).length ? workflow.targets(action) : [from]).map(to => `  ${from} --> ${to}: ${action} (${workflow.steps[action]!.allow})`))),
        '```',
        '',
      ].join('\n'),
    )
  return ['# The states of records', '', 'Emitted by `npm run schema` from the workflow tables. In brackets: the permission that the step needs.', '', ...pages].join('\n')
}

async function tablesPage(ownerUrl: string): Promise<string> {
  const source = await (await ownerSource(ownerUrl)).initialize()
  try {
    const names = ((await source.query("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME")) as { name: string }[]).map(row => row.name)
    const tables: string[] = []
    for (const name of names) {
      const [row] = (await source.query(`SHOW CREATE TABLE \`${name}\``)) as Record<string, string>[]
      tables.push(`${(row!['Create Table'] ?? '').replace(/ AUTO_INCREMENT=\d+/, '')};\n`)
    }
    return `-- Emitted by npm run schema from a database that the migrations made.\n\n${tables.join('\n')}`
  } finally {
    await source.destroy()
  }
}

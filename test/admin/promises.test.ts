import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSchema, getNamedType, isEnumType, isObjectType, parse, validate } from 'graphql'
import { documentsOf, readSignature } from '../../admin/data/buildQuery'
import type { Definition } from '../../admin/data/Definition'
import { zh } from '../../admin/i18n/zh'
import { entries } from '../../admin/resources'

/** What the console asks is held against what the API promises: `schema/schema.graphql`, emitted by `npm run schema`. */
const root = path.resolve(__dirname, '../..')
const schema = buildSchema(readFileSync(path.join(root, 'schema/schema.graphql'), 'utf8'))
const definitions = entries.filter((entry): entry is Definition => entry.kind === 'resource')

it.each(definitions.map(definition => [definition.name, definition] as const))('%s asks only what the schema has', (_, definition) => {
  for (const document of documentsOf(definition)) expect(validate(schema, document).map(error => error.message)).toEqual([])
})

it.each(definitions.map(definition => [definition.name, definition] as const))('%s sorts by what the schema sorts by', (_, { type, sorts = {}, sortType = `${type}Sort` }) => {
  const field = schema.getType(`${sortType}Field`)
  for (const value of Object.values(sorts)) expect([value, isEnumType(field) && field.getValue(value) !== undefined]).toEqual([value, true])
})

it('exports its own documents, and they fit the schema', async () => {
  const folder = path.join(root, 'admin')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name) && !/^(main\.tsx|App\.tsx|i18n)|ChartDrawing/.test(name))
  let found = 0
  for (const name of files) {
    const text = readFileSync(path.join(folder, name), 'utf8')
    if (!/[`'](query|mutation) \w/.test(text)) continue
    for (const exported of Object.values((await import(path.join(folder, name))) as Record<string, unknown>)) {
      if (typeof exported !== 'string' || !/^\s*(query|mutation) /.test(exported)) continue
      found++
      expect([name, validate(schema, parse(exported)).map(error => error.message)]).toEqual([name, []])
    }
    const written = text.match(/[`'](query|mutation) \w+/g)!.length
    const declared = text.match(/export const [A-Z_]+ = [`'](query|mutation) /g)?.length ?? 0
    if (name !== 'data/buildQuery.ts') expect([name, written]).toEqual([name, declared])
  }
  expect(found).toBeGreaterThanOrEqual(8)
})

it('has words for every value of every enum', () => {
  const said = zh.enums as Record<string, Record<string, string>>
  const enums = Object.values(schema.getTypeMap()).filter(isEnumType).filter(({ name }) => !name.startsWith('__') && !/(SortField|Action)$|^(Order|RefusalCode)$/.test(name))
  const values = enums.flatMap(type => type.getValues().map(({ name }) => ({ type: type.name, name })))
  expect(values.filter(({ type, name }) => said[type]?.[name] === undefined)).toEqual([])
})

it('has words for every action that a record may offer', () => {
  const resources = zh.resources as Record<string, { actions?: Record<string, unknown> }>
  for (const { name, type } of definitions) {
    const record = schema.getType(type)
    const offered = isObjectType(record) ? record.getFields().openActions?.type : undefined
    const actions = offered && getNamedType(offered)
    if (!isEnumType(actions)) continue
    for (const { name: action } of actions.getValues()) expect([name, action, resources[name]?.actions?.[action] !== undefined]).toEqual([name, action, true])
  }
})

it('has words for every act that the trail may name', () => {
  const said = zh.acts as Record<string, string>
  const acts = Object.keys(schema.getMutationType()!.getFields())
  expect(acts.filter(act => said[act] === undefined)).toEqual([])
})

it('has a name for every page of the menu', () => {
  const said = zh.pages as Record<string, { name?: string }>
  expect(entries.filter(entry => entry.kind === 'page' && said[entry.name]?.name === undefined).map(({ name }) => name)).toEqual([])
})

it('has words for every resource, and pages that exist for every mutation', () => {
  for (const { name, mutations, Create, Edit } of definitions) {
    expect([name, (zh.resources as Record<string, unknown>)[name] !== undefined]).toEqual([name, true])
    if (Create) expect(readSignature(mutations!.create!.call).name).toBeTruthy()
    if (Edit) expect(readSignature(mutations!.update!.call).args.map(arg => arg.name)).toEqual(expect.arrayContaining(['id', 'version', 'input']))
  }
})

it('has a name for every page that stands in the menu', () => {
  const pages = zh.pages as Record<string, { name?: string } | undefined>
  expect(entries.filter(entry => entry.kind === 'page' && !pages[entry.name]?.name).map(({ name }) => name)).toEqual([])
})

import { getNamedType, type GraphQLField, type GraphQLObjectType, isNonNullType, isObjectType } from 'graphql'
import { roles } from '../../server/roles'
import { loadDemo } from '../../server/seeds/demo'
import { buildFrontedSchema } from '../../server/schema'
import { app, Person, person, stop } from '../support/app'
import { database } from '../support/database'

afterAll(stop)

const schema = buildFrontedSchema()
const free = (field: GraphQLField<unknown, unknown>): boolean => field.args.every(arg => !isNonNullType(arg.type) || arg.defaultValue !== undefined)

/** A field on its own, and of what it shows the least. */
function alone(field: GraphQLField<unknown, unknown>, depth = 0): string | undefined {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) return field.name
  const below = depth > 2 ? undefined : Object.values(type.getFields()).filter(free).map(one => alone(one, depth + 1)).find(Boolean)
  return below && `${field.name} { ${below} }`
}

it('reads what each field of each list needs, though it is asked for alone; nothing that was not read is taken for empty', async () => {
  await app()
  await loadDemo(await database(), { onlyIfEmpty: true, scale: 0.2, say: () => undefined })
  const asking = new Map<string, Person>()
  const failed: string[] = []
  let shown = 0
  for (const list of Object.values(schema.getQueryType()!.getFields()).filter(free)) {
    const type = getNamedType(list.type)
    const items = isObjectType(type) ? type.getFields().items : undefined
    const role = Object.entries(roles).find(([, { reach, may }]) => reach === 'banner' && (may as readonly string[]).includes(String(list.extensions.allow)))?.[0]
    if (!items || !role) continue
    const who = asking.get(role) ?? (await person(role as keyof typeof roles))
    asking.set(role, who)
    for (const field of Object.values((getNamedType(items.type) as GraphQLObjectType).getFields()).filter(free)) {
      const { data, error } = await who.ask(`{ list: ${list.name} { items { ${alone(field) ?? '__typename'} } } }`)
      shown += data?.list?.items?.length ?? 0
      if (error) failed.push(`${list.name}.${field.name}: ${error.extensions?.code} ${error.message}`)
    }
  }
  expect(failed).toEqual([])
  expect(shown).toBeGreaterThan(5000)
}, 120_000)

import fc from 'fast-check'
import { getNamedType, getNullableType, type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLInputType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType } from 'graphql'

/** What is asked: a document with its variables. */
export interface Operation {
  field: string
  query: string
  variables: Record<string, unknown>
  /** A number by which it is decided who asks. Drawn from the same values one after the other: two arbitraries side by side begin with the same number, and each field would be asked by the same few. */
  chair: number
}

/** Ids that records really have, by the name of their type. */
export type RealIds = Readonly<Record<string, readonly string[]>>

/** Texts that somebody once sent to somebody's server. */
const TEXTS = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', '\udc00x', '😀', '𠮷野家', '\u202e反', '\ufeff', '\n\t\r', "'", '"', '\\', '%', '_', "' OR 1=1 -- ", '/*', '${x}', '{{x}}', '../../etc/passwd', '=1+1', '<svg onload=alert(1)>', 'null', 'undefined',
  'NaN', '__proto__', 'constructor', 'toString', '0', '-1', '1e999', '９９９', '150525199001011234', '15052519900101123X', '13800138000', '1990-02-30', '9999-12-31', 'x'.repeat(300), '长'.repeat(5000), 'DONE', 'station', '示例', 'zhang', '老兵', 'name', 'VOLUNTEERS',
]
const DAYS = ['1000-01-01', '9999-12-31', '1940-06-03', '1986-05-04', '2024-02-29', '2026-11-26', '2999-12-31', '9999-01-01', '1999-12-31', '2026-01-01']
const INSTANTS = ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59-14:00', '2026-11-26T08:00:00+08:00', '1970-01-01T00:00:00Z', '2026-03-29T02:30:00', '2038-01-19T03:14:08Z']
const NUMBERS = [0, 1, 2, 3, -1, 25, 100, 101, 2025, 2026, 65_536, 2_147_483_647, -2_147_483_648]
const FLOATS = [0, -0, 0.1, 1, -1, 1e-300, 1e300, 5e-324, 90, 180, -180.0001, 1.7976931348623157e308]
const SUMS = ['0', '0.00', '-0.01', '1', '100.00', '999999999999.99', '-999999999999.99', '000000000001']
const PLACES = ['150525000000', '150525101000', '150525101200', '150525102000', '000000000000', '999999999999', '150525999999', '110101001001']
/** Ids that no record has. */
const STRANGE_IDS = ['', 'x', '0', '01ARZ3NDEKTSV4RRFFQ69G5FAV', '01arz3ndektsv4rrffq69g5fav', '示', '\u0000', '\ud800', 'x'.repeat(100), '../x', 'null', '1 OR 1=1']

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** Makes operations that the schema allows, with values that nobody means, one after the other. */
export class RandomOperations {
  private readonly kinds: ReadonlyMap<string, string>
  private readonly fields: { root: 'query' | 'mutation'; field: GraphQLField<unknown, unknown> }[]

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ids: RealIds,
    /** Root fields that are left alone. */
    without: ReadonlySet<string>,
  ) {
    this.kinds = new Map(Object.keys(ids).map(kind => [lower(kind), kind]))
    const of = (root: 'query' | 'mutation', type: GraphQLObjectType) => Object.values(type.getFields()).filter(field => !without.has(field.name)).map(field => ({ root, field }))
    this.fields = [...of('query', schema.getQueryType()!), ...of('mutation', schema.getMutationType()!)]
  }

  /** An arbitrary of fast-check, so that a seed tells them all. */
  get arbitrary(): fc.Arbitrary<Operation> {
    return fc.gen().map(gen => new Drawing(gen, this.schema, this.ids, this.kinds).operation(this.fields))
  }

  get names(): string[] {
    return this.fields.map(({ field }) => field.name)
  }
}

/** One operation as it is being drawn. */
class Drawing {
  private readonly variables: Record<string, unknown> = {}
  private readonly heads: string[] = []
  private readonly fragments: string[] = []
  private aliases = 0
  private breadth = 45

  constructor(
    private readonly gen: fc.GeneratorValue,
    private readonly schema: GraphQLSchema,
    private readonly ids: RealIds,
    private readonly kinds: ReadonlyMap<string, string>,
  ) {}

  operation(fields: readonly { root: 'query' | 'mutation'; field: GraphQLField<unknown, unknown> }[]): Operation {
    const { root, field } = this.one(fields)
    const call = this.call(field, 6)
    const again = root === 'query' && this.odds(10) ? ` again: ${this.call(field, 3)}` : ''
    const head = this.heads.length > 0 ? `(${this.heads.join(', ')})` : ''
    return { field: field.name, query: `${root} ${head} { ${call}${again} } ${this.fragments.join(' ')}`, variables: this.variables, chair: this.upTo(1_000_000) }
  }

  /** A field with its arguments and what is asked of its answer. */
  private call(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter(arg => this.isGiven(arg)).map(arg => {
      const name = `v${this.heads.length}`
      this.heads.push(`$${name}: ${arg.type.toString()}`)
      this.variables[name] = this.value(arg.name, arg.type, getNamedType(field.type).name.replace(/List$/, ''), 4)
      return `${arg.name}: $${name}`
    })
    return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${this.selection(field.type, depth)}`
  }

  private selection(output: GraphQLOutputType, depth: number): string {
    const type = getNamedType(output)
    if (!isObjectType(type)) return ''
    const open = Object.values(type.getFields()).filter(field => depth > 1 || !isObjectType(getNamedType(field.type)))
    const chosen = ['__typename']
    for (let n = this.upTo(6); n > 0 && this.breadth > 0 && open.length > 0; n--) {
      this.breadth--
      const field = this.one(open)
      const alias = this.aliases < 12 && field.name !== 'items' ? `a${this.aliases++}: ` : ''
      if (alias || !chosen.some(each => each.startsWith(field.name))) chosen.push(`${alias}${this.call(field, depth - 1)}`)
    }
    const body = `{ ${chosen.join(' ')} }`
    if (this.odds(12)) return `{ ... on ${type.name} ${body} }`
    if (!this.odds(12)) return body
    const name = `F${this.fragments.length}`
    this.fragments.push(`fragment ${name} on ${type.name} ${body}`)
    return `{ ...${name} }`
  }

  private isGiven(one: GraphQLArgument | GraphQLInputField): boolean {
    return (isNonNullType(one.type) && one.defaultValue === undefined) || this.odds(3)
  }

  private value(name: string, type: GraphQLInputType, about: string, depth: number): unknown {
    if (!isNonNullType(type) && this.odds(15)) return null
    const plain = getNullableType(type)
    if (isListType(plain)) return Array.from({ length: this.one([0, 1, 1, 2, 3]) }, () => this.value(name.replace(/s$/, ''), plain.ofType as GraphQLInputType, about, depth))
    if (isInputObjectType(plain)) {
      const fields = Object.values(plain.getFields()).filter(field => (depth > 0 || isNonNullType(field.type)) && this.isGiven(field))
      return Object.fromEntries(fields.map(field => [field.name, this.value(field.name, field.type, about, depth - 1)]))
    }
    if (isEnumType(plain)) return this.one(plain.getValues()).name
    switch (plain.toString()) {
      case 'ID': return this.id(name, about)
      case 'Int': return name === 'version' && !this.odds(5) ? this.one([1, 1, 2]) : name === 'size' && !this.odds(5) ? 5 : this.odds(4) ? this.gen(fc.integer) : this.one(NUMBERS)
      case 'Float': return this.odds(4) ? this.gen(fc.double, { noNaN: true, noDefaultInfinity: true }) : this.one(FLOATS)
      case 'Boolean': return this.odds(2)
      case 'Date': return this.one(DAYS)
      case 'DateTime': return this.one(INSTANTS)
      case 'Decimal': return this.one(SUMS)
      case 'RegionCode': return this.one(PLACES)
      default: return this.text(name, about)
    }
  }

  /** Mostly the id of a record that is meant there, else of another, else nobody's. */
  private id(name: string, about: string): string {
    const kind = this.kinds.get(name.replace(/Ids?$/, '')) ?? (/^ids?$/.test(name) ? about : undefined)
    const fitting = this.ids[kind ?? '']
    if (fitting && fitting.length > 0 && !this.odds(5)) return this.one(fitting)
    return this.odds(3) ? this.one(STRANGE_IDS) : this.one(this.one(Object.values(this.ids).filter(each => each.length > 0)))
  }

  private text(name: string, about: string): string {
    if (name.endsWith('Id')) return this.id(name, about)
    if (this.odds(6)) return this.gen(fc.string, { unit: 'binary', maxLength: 40 })
    return this.odds(8) ? this.one(Object.keys(this.ids)) : this.one(TEXTS)
  }

  private one<T>(from: readonly T[]): T {
    return from[this.gen(fc.nat, { max: from.length - 1 })]!
  }

  private upTo(most: number): number {
    return this.gen(fc.nat, { max: most })
  }

  /** True once in so many times. */
  private odds(of: number): boolean {
    return this.gen(fc.nat, { max: of - 1 }) === 0
  }
}

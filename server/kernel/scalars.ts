import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { isDay } from './days'

function textScalar(name: string, description: string, accepts: (text: string) => string | null, hint: string): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    const text = typeof value === 'string' ? accepts(value) : null
    if (text === null) throw new GraphQLError(`${name}: ${hint}`, { extensions: { code: 'BAD_REQUEST' } })
    return text
  }
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: value => String(value),
    parseValue: read,
    parseLiteral: node => read(node.kind === Kind.STRING ? node.value : undefined),
  })
}

/** A calendar day of the bureau, `YYYY-MM-DD`. */
export const Day = textScalar('Date', 'A calendar day in Asia/Shanghai, YYYY-MM-DD.', text => (isDay(text) ? text : null), 'a real day as YYYY-MM-DD')

/** A 12-digit division code. */
export const RegionCode = textScalar('RegionCode', 'A division code of twelve digits, e.g. 150525101000.', text => (/^\d{12}$/.test(text) ? text : null), 'twelve digits')

/** Money: yuan with two places, as a string so that no digit is lost. */
export const Decimal = textScalar('Decimal', 'Yuan with two places, as a string.', text => (/^-?\d{1,12}(\.\d{1,2})?$/.test(text) ? text : null), 'digits with at most two places')

/** An instant in UTC, ISO 8601 with milliseconds. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, ISO 8601.',
  serialize: value => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: readInstant,
  parseLiteral: node => readInstant(node.kind === Kind.STRING ? node.value : undefined),
})

function readInstant(value: unknown): Date {
  const instant = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : new Date(NaN)
  if (Number.isNaN(instant.getTime())) throw new GraphQLError('DateTime: an ISO 8601 instant', { extensions: { code: 'BAD_REQUEST' } })
  return instant
}

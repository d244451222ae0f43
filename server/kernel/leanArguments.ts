import { ArgumentValidationError, getMetadataStorage } from 'type-graphql'
import { classesOf } from './classesOf'
import { declaredRules, ruler } from './inputRules'
import { RULES } from './validation'

type Convert = (value: unknown) => unknown
type Given = Readonly<Record<string, unknown>>

/** What an input lacks is for the schema to mind. */
const APPLIED = { ...RULES, skipMissingProperties: true }

/**
 * An argument as its resolver expects it, an instance of its class, of which the rules hold. What type-graphql finds out anew at each request,
 * which fields a class has and which of them are classes again, is found out once; and no rule of ours has to wait for anything.
 */
export function takeArgument(name: string, type: Function): (args: Given) => unknown {
  const convert = converter(type)
  return args => valid(convert(args[name]))
}

/** All arguments together, as an instance of their class. */
export function takeArguments(type: Function): (args: Given) => unknown {
  const convert = converter(type)
  return args => valid(convert(args))
}

const converters = new Map<Function, Convert>()
const plain: Convert = value => value

/** How a value becomes an instance of a class of inputs; everything else is as it should be when it comes in. */
function converter(type: Function): Convert {
  const known = converters.get(type)
  if (known) return known
  const fields = declaredIn(type)
  if (!fields) return plain
  let parts: { name: string; convert: Convert }[] | undefined
  const convert: Convert = value => {
    if (value === null || value === undefined) return value
    if (Array.isArray(value)) return value.map(convert)
    // Not before the first value: a class may hold itself.
    parts ??= fields.map(({ name, getType }) => ({ name, convert: converter(getType() as Function) }))
    return instanceOf(type as new () => Record<string, unknown>, parts, value as Given)
  }
  converters.set(type, convert)
  return convert
}

function instanceOf(type: new () => Record<string, unknown>, parts: readonly { name: string; convert: Convert }[], value: Given): object {
  const instance = new type()
  for (const key of Object.keys(instance)) if (instance[key] === undefined && value[key] === undefined) delete instance[key]
  for (const { name, convert } of parts) {
    const given = value[name]
    if (given !== undefined) instance[name] = convert === plain ? given : convert(given)
  }
  return instance
}

/** The fields of a class of inputs or arguments, with those that it inherits; null where it is none. */
function declaredIn(type: Function): { name: string; getType: () => unknown }[] | null {
  const { inputTypes, argumentTypes } = getMetadataStorage()
  const declared = [...inputTypes, ...argumentTypes]
  if (!declared.some(one => one.target === type)) return null
  const fields = new Map<string, { name: string; getType: () => unknown }>()
  for (const owner of classesOf(type)) {
    for (const field of declared.find(one => one.target === owner)?.fields ?? []) if (!fields.has(field.name)) fields.set(field.name, field)
  }
  return [...fields.values()]
}

function valid<T>(value: T): T {
  for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (each === null || typeof each !== 'object') continue
    const errors = ruler.validateSync(each, APPLIED)
    if (errors.length > 0) throw new ArgumentValidationError(errors)
  }
  return value
}

/** A rule that waits would be passed over here; none of ours may. */
export function noRuleMayWait(): void {
  const { constraintMetadatas } = declaredRules as unknown as { constraintMetadatas: Map<unknown, { async: boolean; name: string }[]> }
  for (const { async: waits, name } of [...constraintMetadatas.values()].flat()) if (waits) throw new Error(`The rule ${name} waits, which none of an input may.`)
}

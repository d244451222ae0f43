import type { ValidationError, ValidatorOptions } from 'class-validator'
import { ArgumentValidationError } from 'type-graphql'
import { BeyondCalendar } from './days'
import { Invalid, Unfit } from './errors'
import { declaredRules } from './inputRules'
import { say, type Text } from './text'

// The rules of a kind of input do not change once they are declared; class-validator would gather them from all classes anew for every input.
const gather = declaredRules.getTargetValidationMetadatas.bind(declaredRules)
const known = new Map<Function, ReturnType<typeof gather>>()
declaredRules.getTargetValidationMetadatas = (type, schema, always, strict, groups) => {
  if (schema || always || strict || groups) return gather(type, schema, always, strict, groups)
  const found = known.get(type) ?? gather(type, schema, always, strict)
  known.set(type, found)
  return found
}

/** How the rules of an input are applied: of the input itself nothing is told again with what is wrong. */
export const RULES: ValidatorOptions = { forbidUnknownValues: false, validationError: { target: false, value: false } }

/** What was thrown, as the refusal that it means: an input that is not valid, a day that no calendar has; what is no refusal stays as it is. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof ArgumentValidationError) return new Invalid(fieldsOf(error))
  return error instanceof BeyondCalendar ? new Unfit() : error
}

/** Whether a text within the value holds half a character (a lone surrogate), which no database keeps and no JSON of ours may hold. */
export function holdsHalves(value: unknown): boolean {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value)
  if (value === null || typeof value !== 'object' || value instanceof Date) return false
  return Object.values(value).some(holdsHalves)
}

/** What class-validator found wrong, as sentences for people, by input path. */
export function fieldsOf(error: ArgumentValidationError): Record<string, Text> {
  const fields: Record<string, Text> = {}
  collect(error.extensions.validationErrors, '', fields)
  return fields
}

function collect(errors: readonly ValidationError[], path: string, into: Record<string, Text>): void {
  for (const error of errors) {
    const name = path ? `${path}.${error.property}` : error.property
    const [rule, message] = Object.entries(error.constraints ?? {})[0] ?? []
    if (rule) into[name] = sentence(rule, message ?? '')
    collect(error.children ?? [], name, into)
  }
}

function sentence(rule: string, message: string): Text {
  const numbers = message.match(/-?\d+(\.\d+)?/g) ?? []
  const [first = '', second = ''] = numbers
  switch (rule) {
    case 'maxLength':
      return say(`最多 ${first} 个字。`, `At most ${first} characters.`)
    case 'minLength':
      return say(`至少 ${first} 个字。`, `At least ${first} characters.`)
    case 'isLength':
      return say(`应为 ${first} 到 ${second} 个字。`, `Between ${first} and ${second} characters.`)
    case 'min':
      return say(`不能小于 ${first}。`, `Not less than ${first}.`)
    case 'max':
      return say(`不能大于 ${first}。`, `Not more than ${first}.`)
    case 'arrayMaxSize':
      return say(`最多选择 ${first} 项。`, `At most ${first}.`)
    case 'arrayMinSize':
    case 'arrayNotEmpty':
      return say('请至少选择一项。', 'Choose at least one.')
    case 'isNotEmpty':
      return say('不能为空。', 'May not be empty.')
    case 'isEmail':
      return say('邮箱格式不正确。', 'Not an e-mail address.')
    default:
      return say('格式不正确。', 'Not in the right form.')
  }
}

import type { ValidationError } from 'class-validator'
import type { ArgumentValidationError } from 'type-graphql'
import { say, type Text } from './text'

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

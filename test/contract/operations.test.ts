import '../support/keys'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, validate } from 'graphql'
import { aliasRule, depthRule } from '../../server/kernel/limits'
import { buildFrontedSchema } from '../../server/schema'

const folder = 'schema/operations'
const schema = buildFrontedSchema()

it.each(readdirSync(folder))('%s asks only for what the schema has', file => {
  const document = parse(readFileSync(path.join(folder, file), 'utf8'))
  expect(validate(schema, document)).toEqual([])
  expect(validate(schema, document, [depthRule, aliasRule])).toEqual([])
})

import '../support/keys'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import { Query, Resolver, buildSchemaSync } from 'type-graphql'
import { isObjectType } from 'graphql'
import { ANYONE, ruleOf, SIGNED_IN } from '../../server/kernel/access'
import { frontDoor } from '../../server/kernel/door'
import { sealedTypes } from '../../server/kernel/sealed'
import { workflows } from '../../server/kernel/workflow'
import { promises } from '../../server/emitSchema'
import { ownerSource } from '../../server/migrate'
import { roles } from '../../server/roles'
import { buildFrontedSchema, entities } from '../../server/schema'
import { asOwner, closeDatabase, database } from '../support/database'

const schema = buildFrontedSchema()
const roots = [schema.getQueryType()!, schema.getMutationType()!].flatMap(root => Object.values(root.getFields()))
const held = new Set<string>(Object.values(roles).flatMap(role => role.may))
const source = (file: string): string => readFileSync(file, 'utf8')
const tracked = (folder: string): string[] => execFileSync('git', ['ls-files', '-co', '--exclude-standard', folder], { encoding: 'utf8' }).split('\n').filter(file => file && existsSync(file))
const serverFiles = tracked('server').filter(file => file.endsWith('.ts'))

afterAll(closeDatabase)

describe('who may do what', () => {
  it('is said of every root field, or the server does not start', () => {
    @Resolver()
    class Careless {
      @Query(() => String)
      oops(): string {
        return 'x'
      }
    }
    expect(() => frontDoor(buildSchemaSync({ resolvers: [Careless], validate: false }), () => undefined)).toThrow('Query.oops has no @Allow')
  })

  it('names only permissions that some role holds', () => {
    const lost = roots.map(field => field.extensions.allow as string).filter(permission => ![ANYONE, SIGNED_IN].includes(permission) && !held.has(permission))
    expect(lost).toEqual([])
  })

  it('gives no role a permission that nothing asks for', () => {
    const asked = new Set<string>(roots.map(field => field.extensions.allow as string))
    for (const columns of sealedTypes().values()) for (const column of columns) asked.add(column.reveal)
    for (const { workflow } of workflows()) for (const action of workflow.actions()) asked.add(workflow.steps[action]!.allow)
    for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) for (const field of Object.values(type.getFields())) if (typeof field.extensions.guard === 'string') asked.add(field.extensions.guard)
    const text = serverFiles.filter(file => file !== 'server/roles.ts').map(source).join('\n')
    expect([...held].filter(permission => !asked.has(permission) && !text.includes(`'${permission}'`))).toEqual([])
  })

  it('keeps administering apart from reading the trail', () => {
    for (const [name, role] of Object.entries(roles)) {
      const may = role.may as readonly string[]
      expect([name, may.includes('audit.read') && may.some(permission => permission.endsWith('.write'))]).toEqual([name, false])
    }
  })
})

describe('how far they see', () => {
  it('is said of every table', () => {
    for (const entity of entities) expect(() => ruleOf(entity)).not.toThrow()
  })
})

describe('personal data', () => {
  it('leaves as its mask from every field that is sealed', () => {
    for (const [type, columns] of sealedTypes()) {
      const shown = schema.getType(type.name)
      if (!shown || !isObjectType(shown)) continue
      for (const { property } of columns) {
        const field = shown.getFields()[property]
        if (!field) continue
        const holder = { [`${property}Mask`]: 'the mask', [property]: 'the value' }
        expect([type.name, property, field.resolve!(holder, {}, { actor: { may: () => true } }, {} as never)]).toEqual([type.name, property, 'the mask'])
      }
    }
  })

  it('is sealed wherever a column is named like it', () => {
    const telling = /^(phone|idCard|address|bankAccount|healthNotes|birthDate)$/
    const plain = serverFiles.flatMap(file => [...source(file).matchAll(/@Stored\.\w+\([^)]*\)\s*(\w+):/g)].filter(match => telling.test(match[1]!)).map(match => `${file}: ${match[1]}`))
    expect(plain.filter(each => !/Station\.ts/.test(each))).toEqual([])
  })
})

describe('schema/', () => {
  it('is what the code says', async () => {
    const fresh = await promises()
    for (const [name, text] of Object.entries(fresh)) expect([name, source(path.join('schema', name))]).toEqual([name, text])
  })
})

describe('the tables', () => {
  it('are made by the migrations exactly as the entities say', async () => {
    await database()
    const url = new URL(process.env.TEST_DB_OWNER_URL!)
    url.pathname = `/laobing_test_${process.pid}`
    const owner = await (await ownerSource(url.toString())).initialize()
    const { upQueries } = await owner.driver.createSchemaBuilder().log()
    await owner.destroy()
    expect(upQueries.map(each => each.query)).toEqual([])
  })

  it('have a primary key, and text that is compared as it should be', async () => {
    const without = await asOwner("SELECT t.TABLE_NAME AS name FROM information_schema.TABLES t LEFT JOIN information_schema.TABLE_CONSTRAINTS c ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME AND c.CONSTRAINT_TYPE = 'PRIMARY KEY' WHERE t.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME IS NULL")
    expect(without).toEqual([])
    const strange = await asOwner("SELECT DISTINCT COLLATION_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME IS NOT NULL AND TABLE_NAME <> 'migrations'")
    expect(strange.map(row => row.name).filter(name => !['utf8mb4_unicode_520_ci', 'ascii_bin', 'utf8mb4_bin'].includes(String(name)))).toEqual([])
  })
})

describe('the layers', () => {
  it('point one way', () => {
    expect(() => execFileSync(process.execPath, ['server/launch/layers.mjs'], { encoding: 'utf8', stdio: 'pipe' })).not.toThrow()
  }, 60_000)

  it('keep the kernel free of the domain', () => {
    const words = /\b(pairing|beneficiar|volunteer|village|elder|station|hardship)\w*/i
    const found = serverFiles.filter(file => file.startsWith('server/kernel/')).flatMap(file => source(file).split('\n').filter(line => /^\s*import/.test(line) && words.test(line)).map(line => `${file}: ${line}`))
    expect(found).toEqual([])
  })
})

describe('the start', () => {
  it('loads of class-validator the few rules that are in use, and no library that is seldom used', () => {
    const found = serverFiles.filter(file => /^import (?!type).* from '(class-validator|pinyin-pro|pizzip|rate-limiter-flexible|sharp)'$/m.test(source(file)))
    expect(found).toEqual([])
  })
})

describe('acts', () => {
  it('each have their tests: a test file of the module, or what its test files share, names the mutation', () => {
    const mutations = Object.keys(schema.getMutationType()!.getFields())
    const tests = tracked('test').filter(file => /\.test\.tsx?$|^test\/support\//.test(file)).map(source).join('\n')
    expect(mutations.filter(name => !tests.includes(name))).toEqual([])
  })

  it('each list the codes they may refuse with', () => {
    const silent = Object.values(schema.getMutationType()!.getFields()).filter(field => !/[A-Z]{4,}/.test(field.description ?? '')).map(field => field.name)
    expect(silent).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { en, ours as english } from '../../admin/i18n/en'
import { ours as chinese, zh } from '../../admin/i18n/zh'

type Words = { [key: string]: Words | string }
const flat = (words: Words, prefix = ''): [string, string][] => Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`)))
const keys = (words: unknown): string[] => flat(words as Words).map(([key]) => key).sort()

const admin = path.resolve(__dirname, '../../admin')
const sources = readdirSync(admin, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(tsx?|mts|html)$/.test(name) && !name.startsWith('i18n'))
  .map(name => ({ name, text: readFileSync(path.join(admin, name), 'utf8') }))
const has = new Set(keys(zh))

it('says the same things in both languages', () => {
  expect(keys(english)).toEqual(keys(chinese))
})

it('says everything that react-admin says', () => {
  const own = keys({ ra: zh.ra })
  expect(own).toEqual(keys({ ra: en.ra }))
  expect(own.length).toBeGreaterThanOrEqual(164)
})

it('leaves nothing empty, and fills the same places in both languages', () => {
  const places = (text: string): string[] => [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name!))].filter(name => name !== 'smart_count').sort()
  const other = new Map(flat(english as unknown as Words))
  for (const [key, text] of flat(chinese as unknown as Words)) {
    expect([key, text.trim() !== '', (other.get(key) ?? '').trim() !== '']).toEqual([key, true, true])
    expect([key, places(other.get(key)!)]).toEqual([key, places(text)])
  }
})

it('has every key that the console names', () => {
  const named = sources.flatMap(({ name, text }) => [...text.matchAll(/['"]((?:console|ra|pages|inbox|dashboard|acts|enums|resources)\.[\w.]+)['"]/g)].map(([, key]) => `${name}: ${key!}`))
  expect(named.length).toBeGreaterThan(100)
  // `dashboard.read` is a permission.
  expect(named.filter(entry => !entry.endsWith(': dashboard.read') && !has.has(entry.split(': ')[1]!) && !keys(zh).some(key => key.startsWith(`${entry.split(': ')[1]!}.`)))).toEqual([])
})

it('is the only place with Chinese words', () => {
  expect(sources.filter(({ text }) => /\p{Script=Han}/u.test(text)).map(({ name }) => name)).toEqual([])
})

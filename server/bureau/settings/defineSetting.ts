import type { Context } from '../../kernel/context'
import { Setting } from './Setting'

/** A number that a rule needs: its default, its unit, and where it comes from. */
export interface SettingDefinition {
  readonly key: string
  readonly default: number
  readonly unit: string
  readonly zh: string
  readonly en: string
  /** [S] read in a source, [B] background knowledge, [D] our own. */
  readonly source: string
  readonly least: number
  readonly most: number
}

const definitions = new Map<string, SettingDefinition>()

/** Makes a number of a rule known, with its default; the bureau may set it. */
export function defineSetting(definition: Omit<SettingDefinition, 'least' | 'most'> & { least?: number; most?: number }): SettingDefinition {
  const whole = { least: 0, most: 100_000, ...definition }
  if (definitions.has(whole.key)) throw new Error(`The setting ${whole.key} is defined twice.`)
  definitions.set(whole.key, whole)
  return whole
}

export const knownSettings = (): readonly SettingDefinition[] => [...definitions.values()]
export const settingNamed = (key: string): SettingDefinition | undefined => definitions.get(key)

/** For how long, in ms, a process may trust what it read last. */
const TRUST_MS = 5000
let read: { values: Map<string, number>; until: number } | undefined

/** The number as the bureau has it now, no older than five seconds. */
export async function setting(ctx: Context, definition: SettingDefinition): Promise<number> {
  if (!read || read.until < Date.now()) {
    const rows = await ctx.store.query(Setting).rows()
    read = { values: new Map(rows.map(row => [row.key, row.value])), until: Date.now() + TRUST_MS }
  }
  return read.values.get(definition.key) ?? definition.default
}

/** Forgets what was read, so that a change is seen at once where it was made. */
export function forgetSettings(): void {
  read = undefined
}

import type { ClassType } from 'type-graphql'
import type { Context } from './context'
import { minuteOf } from './days'
import type { Entity, Type } from './entity'
import type { Query } from './query'
import { maskColumn } from './sealed'
import type { Locale, Text } from './text'

/** What a cell may hold. Text stays text, whatever it looks like. */
export type Cell = string | number | null

/** The words for the values of an enum. */
export type Words<E extends string = string> = Readonly<Record<E, Text>>

const words = new Map<string, Words>()

/** Gives an enum its words, once, by its name in the schema; a contract test holds them to the console's. */
export function wordsFor<E extends string>(name: string, values: Words<E>): Words<E> {
  words.set(name, values)
  return values
}

/** Every enum that has words here. */
export const knownWords = (): ReadonlyMap<string, Words> => words

/** One column of a list that may leave in a sheet. */
export interface SheetColumn<T> {
  /** The column's name in the console. */
  readonly key: string
  readonly title: Text
  /** In characters. */
  readonly width?: number
  /** What an actor must hold to have it. */
  readonly may?: string
  /** Of the row; where a column depends on what was asked, as a month does on its year, of that too. */
  readonly value: (row: T, ctx: Context, asked: object) => Cell | Promise<Cell>
}

/** How a filter is said in words, on the cover of a sheet and in the trail. */
export interface AskedBy {
  readonly title: Text
  readonly words?: Words
  /** Turns what was asked into words that may be read by others. */
  readonly say?: (ctx: Context, value: string) => string | Promise<string>
}

/** A list that may be exported: the very query that the list is, and its columns. */
export interface Sheet<T extends Entity = Entity, F extends object = object, S extends object = object> {
  /** The list's name in the API. */
  readonly name: string
  readonly title: Text
  readonly type: Type<T>
  /** What one must hold to see the list. */
  readonly may: string
  readonly filter: ClassType<F>
  readonly sort?: ClassType<S>
  readonly rows: (ctx: Context, filter: F, sort: S | null) => Query<T> | Promise<Query<T>>
  readonly columns: readonly SheetColumn<T>[]
  readonly filters: { readonly [K in keyof F]?: AskedBy }
}

/** Says how a list may be exported. Declared once, beside the list. */
export const defineSheet = <T extends Entity, F extends object, S extends object>(sheet: Sheet<T, F, S>): Sheet => sheet as unknown as Sheet

/** The mask of a sealed value, which is all of it that a sheet may hold. */
export const masked = (row: object, property: string): Cell => (row as Record<string, Cell>)[maskColumn(property)] ?? null

/** A value of an enum in the words of the asker's language; several with commas between them. */
export function inWords(meaning: Words, value: string | readonly string[] | null, { origin }: Context): Cell {
  if (value === null) return null
  const one = (code: string): string => meaning[code]?.[origin.locale] ?? code
  return typeof value === 'string' ? one(value) : value.map(one).join(origin.locale === 'en' ? ', ' : '、')
}

/** Yes or no in words. */
export const yesNo = (value: boolean, { origin }: Context): Cell => (origin.locale === 'en' ? (value ? 'Yes' : 'No') : value ? '是' : '否')

/** An instant as the bureau's clock shows it. */
export const clock = (instant: Date | null): Cell => instant && minuteOf(instant)

/** What was asked of a list, in a sentence: each filter with its value, personal numbers hidden. */
export async function filterInWords(ctx: Context, sheet: Sheet, filter: object): Promise<string> {
  const { locale } = ctx.origin
  const parts: string[] = []
  for (const [name, value] of Object.entries(filter) as [never, unknown][]) {
    if (value === null || value === undefined) continue
    const asked = sheet.filters[name] as AskedBy | undefined
    const values = await Promise.all((Array.isArray(value) ? value : [value]).map(one => valueInWords(ctx, asked, one)))
    parts.push(`${asked?.title[locale] ?? name}: ${values.slice(0, 10).join(', ')}${values.length > 10 ? ` … (${values.length})` : ''}`)
  }
  return parts.length > 0 ? parts.join(locale === 'en' ? '; ' : '；') : everything[locale]
}

const everything: Record<Locale, string> = { zh: '全部', en: 'everything' }

async function valueInWords(ctx: Context, asked: AskedBy | undefined, value: unknown): Promise<string> {
  if (typeof value === 'boolean') return String(yesNo(value, ctx))
  const text = value instanceof Date ? minuteOf(value) : String(value)
  if (asked?.words) return String(inWords(asked.words, text, ctx))
  return asked?.say ? await asked.say(ctx, text) : text
}

/** How a filter by a record is said: by its name, as long as whoever asks may see it. */
export const named = <T extends Entity>(title: Text, type: Type<T>, nameOf: (row: T) => string): AskedBy => ({
  title,
  say: async (ctx, id) => {
    const row = await ctx.store.query(type).where('it.id = ?', id).first()
    return row ? nameOf(row) : id
  },
})

/** How a filter by a word, or by a number that nobody else is to read, is said. */
export const spoken = (title: Text): AskedBy => ({ title, say: withoutDigits })

/** A question that may hold part of a number: its digits stay out of the trail. */
const withoutDigits = (_: Context, text: string): string => (/\d{4}/.test(text) ? text.replace(/\d/g, '*') : text)

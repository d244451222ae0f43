import { useResourceContext, useStore, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { Row } from '../../data/Definition'

/** One column of a list, which is also one line of a card on a phone. */
export interface Column<T extends Row = Row> {
  /** The value's path in the row, e.g. `beneficiary.person.name`; the column's identity. */
  source: string
  /** Its label's key; by default `resources.<resource>.fields.<source>` with `_` for the dots. */
  label?: string
  render?: (row: T) => ReactNode
  /** Sorts by this name of the resource's `sorts`; by default the source, where it is among them. */
  sort?: string
  align?: 'left' | 'right'
  width?: number | string
  /** Long text, which may run over several lines. */
  wrap?: boolean
  /** Not shown until it is chosen. */
  hidden?: boolean
  /** On a phone: the card's title, the chip beside it, a line (the default), or nothing. */
  card?: 'title' | 'chip' | 'line' | 'none'
}

/** The value at a dotted path. */
export function valueAt(row: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined), row)
}

/** What a cell shows: the column's own rendering, else the value as text, else a dash. */
export function cellOf<T extends Row>(column: Column<T>, row: T): ReactNode {
  if (column.render) return column.render(row)
  const value = valueAt(row, column.source)
  return value === null || value === undefined || value === '' ? '–' : String(value)
}

/** The label of a column or of a query field, in words. */
export function useFieldLabel(): (field: { source: string; label?: string }) => string {
  const resource = useResourceContext()
  const translate = useTranslate()
  return ({ source, label }) => {
    const key = label ?? `resources.${resource}.fields.${source.replaceAll('.', '_')}`
    return translate(key, { _: label ?? source })
  }
}

/** The columns in sight and how to choose them, remembered for each list. */
export function useColumns<T extends Row>(all: readonly Column<T>[]) {
  const resource = useResourceContext()
  const ordinary = all.filter(column => !column.hidden).map(column => column.source)
  const [chosen, setChosen] = useStore<string[] | null>(`list.columns.${resource}`, null)
  const visible = all.filter(column => (chosen ?? ordinary).includes(column.source))
  return {
    visible: visible.length > 0 ? visible : all.slice(0, 1),
    isVisible: (source: string) => (chosen ?? ordinary).includes(source),
    toggle: (source: string) => {
      const now = chosen ?? ordinary
      setChosen(now.includes(source) ? now.filter(one => one !== source) : [...now, source])
    },
    reset: () => setChosen(null),
  }
}

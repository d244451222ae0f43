import { type ComponentType, lazy } from 'react'
import type { Definition, PageDefinition } from '../data/Definition'

/** How a page is named in a definition: `() => import('./PairingList')`, where the page is the module's default export. It loads when first opened. */
type Loader = () => Promise<{ default: ComponentType }>

type Pages = 'List' | 'Show' | 'Create' | 'Edit'
type Asked = Omit<Definition, 'kind' | Pages> & Partial<Record<Pages, Loader>>

/** One kind of record in the console: its data, its place in the menu, its pages. */
export function defineResource({ List, Show, Create, Edit, ...rest }: Asked): Definition {
  return {
    kind: 'resource',
    ...rest,
    ...(List && { List: lazy(List) }),
    ...(Show && { Show: lazy(Show) }),
    ...(Create && { Create: lazy(Create) }),
    ...(Edit && { Edit: lazy(Edit) }),
  }
}

/** A page of the console that is no list of records. */
export function definePage({ Page, ...rest }: Omit<PageDefinition, 'kind' | 'Page'> & { Page: Loader }): PageDefinition {
  return { kind: 'page', ...rest, Page: lazy(Page) }
}

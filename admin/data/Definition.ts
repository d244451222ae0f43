import type { ComponentType, LazyExoticComponent } from 'react'

/** The menu's groups, which are the tiers of the product. */
export const groups = ['overview', 'people', 'programmes', 'reports', 'bureau'] as const
/** One of the menu's groups. */
export type Group = (typeof groups)[number]

/** A record as pages see it: what was selected, and always its id. */
export interface Row {
  id: string
  version?: number
  state?: string
  openActions?: string[]
  [field: string]: unknown
}

/** A mutation as the schema writes it, e.g. `endPairing(id: ID!, version: Int!, reason: PairingEndReason!)`, with a selection in braces if wanted. */
export type Signature = string

/** A mutation and the permission that its button needs. */
export interface Deed {
  call: Signature
  may: string
}

/** What data the console asks of a kind of record, and through which operations. */
export interface ResourceQueries {
  /** The resource's name: the plural query of the API and the address of its pages. */
  name: string
  /** The type in the schema. */
  type: string
  /** The singular query; by default the type with a small letter. `false` where the API has none: the list is asked by `ids`. */
  one?: string | false
  /** Selections without the braces: what a row of the list needs, and what the record's page needs. */
  fields: { list: string; show?: string }
  /** What pages sort by → the value of `<Type>SortField`. Leave out where the list takes no sort. */
  sorts?: Readonly<Record<string, string>>
  /** The list takes neither filter nor page: all there is comes at once. */
  bare?: boolean
  /** The list takes a page and no filter. */
  filterless?: boolean
  /** The input types, where they are not `<Type>Filter` and `<Type>Sort`. */
  filterType?: string
  sortType?: string
  mutations?: {
    create?: Deed
    update?: Deed
    /** The shared act for workflow actions without data of their own. */
    move?: Signature
    /** All other acts on this record. */
    acts?: readonly Signature[]
  }
}

/** Everything the console knows of one kind of record. */
export interface Definition extends ResourceQueries {
  kind: 'resource'
  icon: ComponentType
  group: Group
  /** What one must hold to see the list and a record. */
  permission: string
  /** How a record is called in titles, pickers and the palette. */
  text: (row: Row) => string
  /** Inbox kinds whose counts make the menu's badge. */
  badge?: readonly string[]
  /** The command palette finds records of this kind by `q`. */
  searchable?: boolean
  /** Kept out of the menu, where the pages are reached from elsewhere. */
  hidden?: boolean
  /** What one must hold besides for it to stand in the menu: a register that some need for choosing from and not as a page. */
  inMenu?: string
  List?: LazyExoticComponent<ComponentType>
  Show?: LazyExoticComponent<ComponentType>
  Create?: LazyExoticComponent<ComponentType>
  Edit?: LazyExoticComponent<ComponentType>
}

/** A page that is no list of records: a calendar, a settings page. */
export interface PageDefinition {
  kind: 'page'
  /** Its address, and its label under `pages.<name>.name`. */
  name: string
  icon: ComponentType
  group: Group
  permission: string
  badge?: readonly string[]
  hidden?: boolean
  /** For everybody, signed in or not, without menu and head. */
  open?: boolean
  Page: LazyExoticComponent<ComponentType>
}

/** Anything that the menu may hold. */
export type MenuEntry = Definition | PageDefinition

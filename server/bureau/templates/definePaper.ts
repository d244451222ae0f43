import type { PaperData, PaperField } from '../../kernel/paper'
import type { Block } from './writeDocx'

/** A field of a kind of paper, as the office is told of it. */
export interface DescribedField extends PaperField {
  readonly en: string
  /** What stands for it in a preview. */
  readonly sample?: string
  /** Whether a template without it would not be this paper. */
  readonly must?: boolean
  /** What each entry of a list has. */
  readonly fields?: readonly DescribedField[]
}

/** A kind of paper that the office words itself. */
export interface PaperKind {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly fields: readonly DescribedField[]
  /** The template that the product comes with. */
  readonly builtIn: readonly Block[]
}

const kinds = new Map<string, PaperKind>()

/** Makes a kind of paper known; the office may word it anew. */
export function definePaper(kind: PaperKind): PaperKind {
  if (kinds.has(kind.code)) throw new Error(`The paper ${kind.code} is defined twice.`)
  kinds.set(kind.code, kind)
  return kind
}

export const knownPapers = (): readonly PaperKind[] => [...kinds.values()]
export const paperNamed = (code: string): PaperKind | undefined => kinds.get(code)

/** What a preview is filled with: each list has two entries. */
export const sampleOf = (fields: readonly DescribedField[]): PaperData =>
  Object.fromEntries(fields.map(({ name, label, sample, fields: parts }) => [name, parts ? [sampleOf(parts), sampleOf(parts)] : (sample ?? label)]))

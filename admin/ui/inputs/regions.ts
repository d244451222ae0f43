import { useMemo } from 'react'
import { useAsk, useMe } from '../Console'

/** A division as pickers need it. */
export interface RegionNode {
  code: string
  name: string
  level: 'BANNER' | 'TOWNSHIP' | 'VILLAGE'
  pinyin: string
  initials: string
}

/** The divisions within reach, and the questions that pickers ask about them. */
export interface RegionTree {
  byCode: ReadonlyMap<string, RegionNode>
  root: RegionNode | undefined
  childrenOf: (code: string) => readonly RegionNode[]
  /** By part of the name, of its pinyin or its initials, or the start of the code. */
  search: (text: string) => readonly RegionNode[]
  /** The name with the township that it lies in. */
  fullName: (region: RegionNode) => string
}

/** Asks for every division in force. */
export const REGION_TREE = 'query regionTree { regionTree { code name level pinyin initials } }'

/** The code of the division that contains another: 150525101007 → 150525101000 → 150525000000. */
export const parentOf = (code: string): string => (code.slice(9) === '000' ? `${code.slice(0, 6)}000000` : `${code.slice(0, 9)}000`)

/** The digits that all codes of a subtree begin with. */
const prefixOf = (code: string): string => (code.endsWith('000000') ? code.slice(0, 6) : code.endsWith('000') ? code.slice(0, 9) : code)

/** A tree over the divisions beneath one's own, and that one itself. */
export function treeOf(everything: readonly RegionNode[], own?: string | null): RegionTree {
  const all = own ? everything.filter(region => region.code.startsWith(prefixOf(own))) : everything
  const byCode = new Map(all.map(region => [region.code, region]))
  const names = new Map(everything.map(region => [region.code, region.name]))
  const children = new Map<string, RegionNode[]>()
  for (const region of all) {
    const parent = parentOf(region.code)
    if (parent !== region.code) children.set(parent, [...(children.get(parent) ?? []), region])
  }
  return {
    byCode,
    root: all.find(region => !byCode.has(parentOf(region.code)) || parentOf(region.code) === region.code),
    childrenOf: code => children.get(code) ?? [],
    search: text => {
      const wanted = text.toLowerCase().replace(/\s/g, '')
      return all.filter(({ code, name, pinyin, initials }) => name.toLowerCase().includes(wanted) || code.startsWith(wanted) || pinyin.replace(/\s/g, '').includes(wanted) || initials.startsWith(wanted))
    },
    fullName: ({ code, name, level }) => (level === 'VILLAGE' ? `${names.get(parentOf(code)) ?? ''}${name}` : name),
  }
}

/** The divisions within the reach of whoever is signed in; asked once while the page lives. */
export function useRegions(): { tree: RegionTree | undefined; error: Error | null } {
  const me = useMe()
  const { data, error } = useAsk<{ regionTree: RegionNode[] }>(REGION_TREE, {}, { staleTime: Infinity })
  const own = me?.reach.kind === 'region' ? me.reach.regionCode : null
  const tree = useMemo(() => data && treeOf(data.regionTree, own), [data, own])
  return { tree, error }
}

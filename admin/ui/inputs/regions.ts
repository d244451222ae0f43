import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ConsoleProvider } from '../../data/dataProvider'
import { useConsole, useMe } from '../Console'

/** A division as pickers need it. */
export interface RegionNode {
  code: string
  name: string
  fullName: string
  level: 'BANNER' | 'TOWNSHIP' | 'VILLAGE'
}

/** All divisions within reach, and the questions that pickers ask about them. */
export interface RegionTree {
  all: readonly RegionNode[]
  byCode: ReadonlyMap<string, RegionNode>
  root: RegionNode | undefined
  childrenOf: (code: string) => readonly RegionNode[]
  search: (text: string) => readonly RegionNode[]
}

export const REGIONS = `query regionTree($filter: RegionFilter!, $page: Page!) { regions(filter: $filter, page: $page) { total items { code name fullName level } } }`

const SIZE = 100

/** Reads every division within reach; some four pages for a banner, kept for as long as the page lives. */
async function readRegions(provider: ConsoleProvider, signal?: AbortSignal): Promise<RegionNode[]> {
  const page = (number: number) => provider.ask<{ regions: { total: number; items: RegionNode[] } }>(REGIONS, { filter: {}, page: { number, size: SIZE } }, signal).then(({ regions }) => regions)
  const first = await page(1)
  const others = await Promise.all(Array.from({ length: Math.max(0, Math.ceil(first.total / SIZE) - 1) }, (_, index) => page(index + 2)))
  return [first, ...others].flatMap(({ items }) => items).sort((one, other) => (one.code < other.code ? -1 : 1))
}

/** The code of the division that contains another: 150525101007 → 150525101000 → 150525000000. */
export const parentOf = (code: string): string => (code.slice(9) === '000' ? `${code.slice(0, 6)}000000` : `${code.slice(0, 9)}000`)

/** A tree over divisions; a parent out of reach leaves its children at the top. */
export function treeOf(all: readonly RegionNode[], rootCode?: string | null): RegionTree {
  const byCode = new Map(all.map(region => [region.code, region]))
  const children = new Map<string, RegionNode[]>()
  for (const region of all) {
    const parent = parentOf(region.code)
    if (parent !== region.code) children.set(parent, [...(children.get(parent) ?? []), region])
  }
  const top = all.find(region => region.code === rootCode) ?? all.find(region => !byCode.has(parentOf(region.code)) || parentOf(region.code) === region.code)
  return {
    all,
    byCode,
    root: top,
    childrenOf: code => children.get(code) ?? [],
    search: text => {
      const wanted = text.toLowerCase()
      return all.filter(region => region.name.toLowerCase().includes(wanted) || region.code.startsWith(wanted))
    },
  }
}

/** The divisions within the reach of whoever is signed in. */
export function useRegions(): { tree: RegionTree | undefined; isPending: boolean; error: Error | null } {
  const { provider } = useConsole()
  const me = useMe()
  const { data, isPending, error } = useQuery({ queryKey: ['regions'], queryFn: ({ signal }) => readRegions(provider, signal), staleTime: Infinity, gcTime: Infinity })
  const rootCode = me?.reach.regionCode
  const tree = useMemo(() => data && treeOf(data, rootCode), [data, rootCode])
  return { tree, isPending, error }
}

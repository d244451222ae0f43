import type { CareLink } from '../programmes/careLinks'
import { useConsole, useMay } from '../ui/Console'
import { listAddress } from '../ui/views/StatCard'

/** The list that a figure leads to, for those who may open it. */
export function useOpen(): (link: CareLink) => Partial<CareLink> {
  const { entries } = useConsole()
  const may = useMay()
  return link => {
    const list = entries.find(entry => entry.kind === 'resource' && entry.name === link.of)
    return list && may(list.permission) ? link : {}
  }
}

/** The address of such a list, for a chart. */
export const toOf = ({ of, filter }: Partial<CareLink>): { to?: string } => (of ? { to: listAddress(of, filter) } : {})

/** A part of a whole as a percentage; a dash where there is nothing. */
export const shareOf = (part: number, all: number): string => (all === 0 ? '–' : `${Math.round((part / all) * 100)}%`)

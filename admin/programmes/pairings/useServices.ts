import { useAsk } from '../../ui/Console'
import { type TwoNames, useName } from '../../bureau/programmeName'
import { PROGRAMMES } from './Pairing'

/** A service that a visit can name. */
export interface Service {
  code: string
  name: string
}

export const SERVICES = 'query services($filter: ProgrammeFilter!) { programmes(filter: $filter) { items { id code services { id code nameZh nameEn } } } }'

interface Answer {
  programmes: { items: { code: string; services: ({ code: string } & TwoNames)[] }[] }
}

/** What a programme offers, in its order, and how a code is called (… until the names have come); asked of the programmes of visits, or of those given. */
export function useServices(programme: string | null | undefined, code: readonly string[] = PROGRAMMES): { services: Service[]; nameOfService: (code: string) => string } {
  const nameOf = useName()
  const { data, isPending } = useAsk<Answer>(SERVICES, { filter: { code } }, { staleTime: 600_000 })
  const all = data?.programmes.items ?? []
  const named = (some: Answer['programmes']['items']): Service[] => some.flatMap(one => one.services.map(service => ({ code: service.code, name: nameOf(service) })))
  const names = new Map(named(all).map(({ code, name }) => [code, name]))
  return { services: named(all.filter(({ code }) => code === programme)), nameOfService: code => names.get(code) ?? (isPending ? '…' : code) }
}

import { Box, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { StateChip, ToneChip } from '../ui/record/StateChip'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'

/** The pairings of an elder or of a volunteer, the latest first. */
export const PAIRINGS_OF = `query pairingsOf($filter: PairingFilter!) { pairings(filter: $filter, page: { size: 50 }) { total items {
  id state programme startedOn nextVisitOn overdue beneficiary { id person { id name } } volunteers { id person { id name } } lastVisit { id visitedOn }
} } }`

interface Named {
  id: string
  person: { name: string }
}

interface PairingPart {
  id: string
  state: string
  programme: string
  startedOn: string | null
  nextVisitOn: string | null
  overdue: boolean
  beneficiary: Named
  volunteers: Named[]
  lastVisit: { visitedOn: string | null } | null
}

/** The pairings of a record: with whom, since when, and when the next visit is due. */
export function PairingsOf({ filter }: { filter: { beneficiaryId: string } | { volunteerId: string } }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { data, error, refetch } = useAsk<{ pairings: { items: PairingPart[] } }>(PAIRINGS_OF, { filter })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data?.pairings.items.length === 0) return <EmptyState title={translate('resources.beneficiaries.noPairings')} />
  const label = (field: string): string => translate(`resources.pairings.fields.${field}`)
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {data?.pairings.items.map(pairing => {
        const others = 'beneficiaryId' in filter ? pairing.volunteers : [pairing.beneficiary]
        const facts = [
          word('ProgrammeCode', pairing.programme),
          pairing.startedOn && `${label('startedOn')} ${pairing.startedOn}`,
          pairing.lastVisit?.visitedOn && `${label('lastVisit')} ${pairing.lastVisit.visitedOn}`,
          pairing.nextVisitOn && `${label('nextVisitOn')} ${pairing.nextVisitOn}`,
        ]
        return (
          <Box component="li" key={pairing.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Box sx={{ mr: 'auto', minWidth: 0 }}>
              <Link component={RouterLink} to={`/pairings/${pairing.id}/show`}>
                {others.map(({ person }) => person.name).join(' / ')}
              </Link>
              <Typography variant="body2" color="text.secondary">
                {facts.filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            {pairing.overdue && <ToneChip label={word('DueState', 'OVERDUE')} tone="bad" />}
            <StateChip of="PairingState" value={pairing.state} />
          </Box>
        )
      })}
    </Box>
  )
}

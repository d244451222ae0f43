import { Box, Button, Card, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useEnumWord } from '../../ui/enums'
import { Photos } from '../../ui/inputs/PhotosInput'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { EmptyState } from '../../ui/views/EmptyState'
import { listAddress } from '../../ui/views/StatCard'
import { nameOf } from '../people'
import { useServices } from '../pairings/useServices'
import { dayOfVisit, type VisitRow } from './Visit'

interface VisitLinesProps {
  visits: readonly VisitRow[]
  /** How many older ones there are. */
  more: number
  pairingId: string
}

/** The visits of a pairing, the latest first, each in a few words. */
export function VisitLines({ visits, more, pairingId }: VisitLinesProps) {
  const translate = useTranslate()
  if (visits.length === 0) return <EmptyState title={translate('resources.visits.empty')} />
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {visits.map(visit => (
          <VisitLine key={visit.id} visit={visit} />
        ))}
      </Box>
      {more > 0 && (
        <Button component={RouterLink} to={listAddress('visits', { pairingId })} sx={{ mt: 1 }}>
          {translate('resources.visits.older', { smart_count: more })}
        </Button>
      )}
    </>
  )
}

function VisitLine({ visit }: { visit: VisitRow }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { nameOfService } = useServices(visit.programme)
  const done = visit.state === 'DONE'
  const said = done ? [word('VisitManner', visit.manner), translate('resources.visits.minutesOf', { smart_count: visit.minutes }), ...visit.services.map(nameOfService)] : [word('VisitManner', visit.manner)]
  return (
    <Card component="li" variant="outlined" sx={{ p: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
        <Link component={RouterLink} to={`/visits/${visit.id}/show`} underline="hover" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          {dayOfVisit(visit)}
        </Link>
        <StateChip of="VisitState" value={visit.state} />
        {visit.flags.map(flag => (
          <StateChip key={flag} of="VisitFlag" value={flag} tone="bad" />
        ))}
        {done && !visit.contactMade && <ToneChip label={translate('resources.visits.noContact')} tone="warning" />}
        {done && visit.contactMade && !visit.counts && <ToneChip label={translate('resources.visits.notCounted')} tone="quiet" />}
        <Typography component="span" variant="body2" color="text.secondary" sx={{ ml: { sm: 'auto' } }}>
          {nameOf(visit.volunteer)}
        </Typography>
      </Box>
      <Typography variant="body2" color="text.secondary">
        {said.join(' · ')}
        {visit.condition !== null && ` · ${translate('resources.visits.fields.condition')}: ${word('Condition', String(visit.condition))}`}
      </Typography>
      {visit.note && <Typography sx={{ whiteSpace: 'pre-line', mt: 0.5 }}>{visit.note}</Typography>}
      {(visit.photoIds?.length ?? 0) > 0 && (
        <Box sx={{ mt: 1 }}>
          <Photos ids={visit.photoIds!} />
        </Box>
      )}
    </Card>
  )
}

import { Box, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'
import { MaskedField } from '../../ui/record/MaskedField'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { EmptyState } from '../../ui/views/EmptyState'
import { postForms } from './forms'
import type { Holder, PostRecord } from './Post'

/** Who is at a post, and who was: periods, those that go on first. */
export function HoldersOf({ row }: { row: PostRecord }) {
  const translate = useTranslate()
  const holders = [...row.holders].sort((one, other) => Number(one.to !== null) - Number(other.to !== null) || (one.role === 'HOLDER' ? -1 : 1))
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <WorkflowButtons forms={postForms(row)} row={row} only={['CHANGE_HOLDERS']} size="small" />
      </Box>
      {holders.length === 0 && <EmptyState title={translate('resources.pioneerPosts.noHolders')} hint={translate('resources.pioneerPosts.holdersHint')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {holders.map(holder => (
          <HolderLine key={holder.id} of={holder} />
        ))}
      </Box>
    </Box>
  )
}

function HolderLine({ of: { person, role, from, to } }: { of: Holder }) {
  const translate = useTranslate()
  const may = useMay()
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Box sx={{ mr: 'auto', minWidth: 0 }}>
        {person && may('person.read') ? (
          <Link component={RouterLink} to={`/persons/${person.id}/show`}>
            {person.name}
          </Link>
        ) : (
          (person?.name ?? '–')
        )}
        <Typography variant="body2" color="text.secondary">
          {`${from} – ${to ?? ''}`}
        </Typography>
      </Box>
      {person?.phone && <MaskedField type="Person" id={person.id} field="phone" mask={person.phone} may="person.revealPhone" dial />}
      <StateChip of="PostHolderRole" value={role} tone={role === 'HOLDER' ? 'info' : 'quiet'} />
      {to === null ? <ToneChip label={translate('resources.employments.now')} tone="good" /> : <ToneChip label={translate('resources.pioneerPosts.left')} tone="quiet" />}
    </Box>
  )
}

import { Button, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { clockOf } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { MaskedField } from '../../ui/record/MaskedField'
import { ShowPage } from '../../ui/record/ShowPage'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { ClueFrom } from '../hardship/ClueFrom'
import { useServices } from '../pairings/useServices'
import { type Holder, nameOf } from '../people'
import type { NeedRow } from './Need'
import { needForms } from './needForms'

/** A request: what is asked, who does it, how it was. */
export default function NeedShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  const { nameOfService } = useServices(null)
  return (
    <ShowPage<NeedRow>
      states="NeedState"
      actions={row => (
        <>
          <WorkflowButtons forms={needForms} />
          {row.pairingId && (
            <Button component={RouterLink} to={`/pairings/${row.pairingId}/show`} variant="outlined">
              {translate('resources.pairings.name', { smart_count: 1 })}
            </Button>
          )}
          <ClueFrom source="NEED" id={row.id} />
        </>
      )}
      summary={row => [
        { label: 'text', value: row.text, wide: true },
        { label: 'beneficiary', value: <Somebody of="beneficiaries" holder={row.beneficiary} /> },
        { label: 'assignee', value: <Somebody of="volunteers" holder={row.volunteer} /> },
        row.service !== null && { label: 'service', value: nameOfService(row.service) },
        { label: 'raisedOn', value: clockOf(row.createdAt) },
        { label: 'region', value: row.region?.fullName },
        row.result !== null && { label: 'result', value: row.result, wide: true },
        row.rating !== null && { label: 'rating', value: [word('Rating', String(row.rating)), row.ratingNote].filter(Boolean).join(' · ') },
      ]}
    />
  )
}

function Somebody({ of, holder }: { of: 'beneficiaries' | 'volunteers'; holder: Holder | null }) {
  if (!holder?.person) return <>–</>
  return (
    <>
      <Link component={RouterLink} to={`/${of}/${holder.id}/show`}>
        {nameOf(holder)}
      </Link>{' '}
      <MaskedField type="Person" id={holder.person.id} field="phone" mask={holder.person.phone} may="person.revealPhone" dial />
    </>
  )
}

import { Button, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useAct, useAsk, useMay } from '../../../ui/Console'
import { useEnumWord } from '../../../ui/enums'
import { StateChip, ToneChip } from '../../../ui/record/StateChip'
import { ErrorPanel } from '../../../ui/views/ErrorPanel'
import type { CaseRecord } from '../HardshipCase'
import { useServices } from '../../pairings/useServices'
import { Entries, Entry } from './Entries'

/** Who looks in on whoever a case is about, and how the latest visits went. */
export const CASE_HELPERS = `query caseHelpers($filter: PairingFilter!) { pairings(filter: $filter) { items {
  id state programme startedOn nextVisitOn overdue volunteers { id person { id name } } visits(page: { size: 3 }) { total items { id state visitedOn manner contactMade services note } }
} } }`

interface Helped {
  id: string
  state: string
  programme: string
  startedOn: string | null
  nextVisitOn: string | null
  overdue: boolean
  volunteers: { id: string; person: { name: string } }[]
  visits: { total: number; items: { id: string; state: string; visitedOn: string | null; manner: string; contactMade: boolean; services: string[]; note: string | null }[] }
}

/** Comrades who look in, by the machinery of the pairings. */
export function CaseHelpers({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const sought = row.beneficiary
  const { data, error, refetch } = useAsk<{ pairings: { items: Helped[] } }>(CASE_HELPERS, { filter: { beneficiaryId: sought?.id } }, { enabled: Boolean(sought) })
  if (!row.person || ['CLUE', 'CLOSED'].includes(row.state)) return null
  return (
    <>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <Entries title={translate('resources.hardshipCases.helpers.title')} action={<Seek row={row} />} empty={{ title: translate(sought ? 'resources.hardshipCases.helpers.sought' : 'resources.hardshipCases.helpers.none') }}>
        {(data?.pairings.items ?? []).map(pairing => (
          <Helper key={pairing.id} pairing={pairing} />
        ))}
      </Entries>
    </>
  )
}

function Seek({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const may = useMay()
  const { act, running } = useAct()
  if (!row.beneficiary) {
    return may('case.keep') ? (
      <Button size="small" variant="outlined" loading={running} onClick={() => void act('hardshipCases', 'seekHelpers', { id: row.id, version: row.version }, 'resources.hardshipCases.helpers.done')}>
        {translate('resources.hardshipCases.helpers.seek')}
      </Button>
    ) : null
  }
  return (
    <>
      {may('beneficiary.read') && (
        <Button size="small" component={RouterLink} to={`/beneficiaries/${row.beneficiary.id}/show?tab=pairings`} variant="outlined">
          {translate('resources.hardshipCases.helpers.see')}
        </Button>
      )}
      {may('pairing.propose') && (
        <Button size="small" component={RouterLink} to={`/pairings/create?beneficiaryId=${row.beneficiary.id}&programme=COMRADES`} variant="outlined">
          {translate('resources.pairings.create')}
        </Button>
      )}
    </>
  )
}

function Helper({ pairing }: { pairing: Helped }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { nameOfService } = useServices(null)
  const label = (field: string): string => translate(`resources.pairings.fields.${field}`)
  const facts = [word('ProgrammeCode', pairing.programme), pairing.startedOn && `${label('startedOn')} ${pairing.startedOn}`, pairing.nextVisitOn && `${label('nextVisitOn')} ${pairing.nextVisitOn}`]
  const head = (
    <>
      <Link component={RouterLink} to={`/pairings/${pairing.id}/show`}>
        {pairing.volunteers.map(({ person }) => person.name).join(' / ')}
      </Link>
      <StateChip of="PairingState" value={pairing.state} />
      {pairing.overdue && <ToneChip label={word('DueState', 'OVERDUE')} tone="bad" />}
    </>
  )
  return (
    <Entry head={head}>
      <Typography variant="body2" color="text.secondary">
        {facts.filter(Boolean).join(' · ')}
      </Typography>
      {pairing.visits.items
        .filter(visit => visit.visitedOn)
        .map(visit => (
          <Typography key={visit.id} variant="body2">
            {[visit.visitedOn, word('VisitManner', visit.manner), visit.services.map(nameOfService).join(' / '), visit.note].filter(Boolean).join(' · ')}
          </Typography>
        ))}
    </Entry>
  )
}

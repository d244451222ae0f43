import { Box, Button, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import { MaskedField } from '../../ui/record/MaskedField'
import { ShowPage } from '../../ui/record/ShowPage'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { actionOrder } from './actionOrder'
import { CaseNext } from './CaseNext'
import { CaseOverview } from './CaseOverview'
import { CasePapers } from './CasePapers'
import { ClockChip } from './ClockChip'
import { caseForms } from './forms'
import { type CaseRecord, whoOf } from './HardshipCase'
import { CaseContacts } from './parts/CaseContacts'
import { CaseHelp } from './parts/CaseHelp'
import { CaseHousehold } from './parts/CaseHousehold'
import { CaseInvestigations } from './parts/CaseInvestigations'
import { CaseReviews } from './parts/CaseReviews'
import { useYuan } from './useYuan'

/** How many actions stand as buttons on a desk. */
const IN_SIGHT = 4

/** A case: who and why, how far it has come, what lacks, what was found and decided and given, and what may be done now. */
export default function CaseShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  const yuan = useYuan()
  return (
    <ShowPage<CaseRecord>
      states="CaseState"
      title={row => [whoOf(row), row.number].filter(Boolean).join(' · ')}
      beside={row => (
        <>
          <StateChip of="CaseColour" value={row.colour} />
          {row.urgent && <ToneChip label={translate('resources.hardshipCases.fields.urgent')} tone="bad" />}
          <ClockChip of={row} />
        </>
      )}
      actions={row => <Acts row={row} />}
      summary={row => [
        { label: 'person', value: <Who row={row} /> },
        { label: 'region', value: row.region?.fullName },
        { label: 'cause', value: row.cause && word('CaseCause', row.cause) },
        { label: 'owner', value: row.owner ? row.owner.name : <ToneChip label={translate('resources.hardshipCases.facts.nobody')} tone="warning" /> },
        row.standIn && { label: 'standIn', value: translate('resources.hardshipCases.facts.standIn', { name: row.standIn.name, day: row.standInUntil ?? '' }) },
        {
          label: 'dueOn',
          value: (
            <Box component="span" sx={{ display: 'inline-flex', gap: 1, flexWrap: 'wrap', fontWeight: row.overdue ? 600 : undefined }}>
              {row.dueOn ?? '–'}
              <ClockChip of={row} />
            </Box>
          ),
        },
        row.approvedAmount !== null && { label: 'approvedAmount', value: translate('resources.hardshipCases.given', { given: yuan(row.givenAmount ?? '0'), approved: yuan(row.approvedAmount) }) },
      ]}
      notice={row => <CaseNext row={row} />}
      tabs={[
        { key: 'overview', content: row => <CaseOverview row={row} /> },
        { key: 'household', content: row => <CaseHousehold row={row} />, hidden: isClue },
        { key: 'investigations', content: row => <CaseInvestigations row={row} />, hidden: isClue },
        { key: 'reviews', content: row => <CaseReviews row={row} />, hidden: isClue },
        { key: 'help', content: row => <CaseHelp row={row} />, hidden: isClue },
        { key: 'contacts', content: row => <CaseContacts row={row} />, hidden: isClue },
      ]}
    />
  )
}

/** A clue has no parts yet. */
const isClue = ({ registeredOn }: CaseRecord): boolean => registeredOn === null

/** What may be done now, what brings the case on first. */
function Acts({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const forms = caseForms(row)
  return (
    <>
      {['PLANNED', 'IN_HELP'].includes(row.state) && row.openActions.includes('GIVE') && (
        <Button component={RouterLink} to={`/hardshipCases/${row.id}/show?tab=help`} variant="contained">
          {translate('resources.hardshipCases.actions.GIVE.name')}
        </Button>
      )}
      <WorkflowButtons forms={forms} only={actionOrder(row).filter(action => forms[action])} inSight={IN_SIGHT} />
      <CasePapers row={row} />
    </>
  )
}

/** Whom it is about, which leads to the registry, and a number that one may call. */
function Who({ row }: { row: CaseRecord }) {
  const may = useMay()
  if (!row.person) return <>{[row.clueName, row.cluePhone].filter(Boolean).join(' · ') || '–'}</>
  const { id, name, phone } = row.person
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexDirection: 'column' }}>
      {may('person.read') ? (
        <Link component={RouterLink} to={`/persons/${id}/show`}>
          {name}
        </Link>
      ) : (
        name
      )}
      {phone && <MaskedField type="Person" id={id} field="phone" mask={phone} may="person.revealPhone" dial />}
    </Box>
  )
}

import { Alert, Button, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../ui/Console'
import { clockOf } from '../ui/days'
import { Facts } from '../ui/record/Facts'
import { ShowPage } from '../ui/record/ShowPage'
import { ToneChip } from '../ui/record/StateChip'
import { Employments } from './employers/Employments'
import { MergeButton } from './MergeButton'
import { Merges } from './Merges'
import { sealedFacts } from './personFacts'
import type { PersonRow } from './rows'
import { usePersonLine } from './words'

/** A person: what is known, as what they were merged, and the roles one can give them. */
export default function PersonShow() {
  const translate = useTranslate()
  const may = useMay()
  const line = usePersonLine()
  return (
    <ShowPage<PersonRow>
      states="PersonState"
      beside={row => row.isVeteran && <ToneChip label={translate('resources.persons.fields.isVeteran')} tone="info" />}
      summary={row => [{ label: 'resources.persons.sexAge', value: line(row) }, { label: 'region', value: row.region?.fullName }, ...sealedFacts(row)]}
      notice={row =>
        row.mergedIntoId && (
          <Alert severity="info" sx={{ mb: 2 }}>
            <Link component={RouterLink} to={`/persons/${row.mergedIntoId}/show`}>
              {translate('resources.persons.fields.mergedIntoId')}
            </Link>
          </Alert>
        )
      }
      actions={row =>
        row.state === 'ACTIVE' && (
          <>
            {may('beneficiary.register') && (
              <Button component={RouterLink} to={`/beneficiaries/create?personId=${row.id}`} variant="outlined">
                {translate('resources.beneficiaries.create')}
              </Button>
            )}
            {may('volunteer.register') && (
              <Button component={RouterLink} to={`/volunteers/create?personId=${row.id}`} variant="outlined">
                {translate('resources.volunteers.create')}
              </Button>
            )}
            <MergeButton person={row} />
          </>
        )
      }
      tabs={[
        {
          key: 'overview',
          content: row => (
            <Facts
              items={[
                { label: 'birthDate', value: row.birthDate },
                { label: 'ethnicCode', value: row.ethnicGroup },
                { label: 'politicalCode', value: row.politicalStatus },
                { label: 'isVeteran', value: translate(row.isVeteran ? 'ra.boolean.true' : 'ra.boolean.false') },
                row.isVeteran && { label: 'enlistedMonth', value: row.enlistedMonth },
                row.isVeteran && { label: 'dischargedMonth', value: row.dischargedMonth },
                row.isVeteran && { label: 'servedInCombat', value: translate(row.servedInCombat ? 'ra.boolean.true' : 'ra.boolean.false') },
                { label: 'verifiedAt', value: row.verifiedAt && clockOf(row.verifiedAt) },
                row.deceasedOn ? { label: 'deceasedOn', value: row.deceasedOn } : null,
              ]}
            />
          ),
        },
        { key: 'employments', content: row => <Employments of={{ personId: row.id }} open={row.state === 'ACTIVE'} />, hidden: () => !may('employer.read') },
        { key: 'merges', content: row => <Merges of="persons" id={row.id} />, hidden: () => !may('person.merge') },
      ]}
    />
  )
}

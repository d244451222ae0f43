import ContentCopyIcon from '@mui/icons-material/ContentCopy'
import { Alert, Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import { Facts, Section } from '../../ui/record/Facts'
import { ShowPage } from '../../ui/record/ShowPage'
import { InForce, type PolicyRow } from './PolicyList'
import { CLOCKS, FOLLOWING, type PolicyNumber } from './policyNumbers'
import { useYuan } from './useYuan'

/** A version of the rules of help: what is helped, within which limits and clocks, and who is not. */
export default function PolicyShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const yuan = useYuan()
  const numbers = (row: PolicyRow, of: readonly PolicyNumber[]) => of.map(({ source, unit }) => ({ label: source, value: translate(`resources.helpPolicies.units.${unit}`, { smart_count: Number(row[source]) }) }))
  return (
    <ShowPage<PolicyRow>
      beside={row => <InForce row={row} />}
      actions={row =>
        may('policy.write') && (
          <Button component={RouterLink} to={`/helpPolicies/create?from=${row.id}`} variant="outlined" startIcon={<ContentCopyIcon />}>
            {translate('resources.helpPolicies.create')}
          </Button>
        )
      }
      summary={row => [
        { label: 'validFrom', value: row.validFrom },
        { label: 'validTo', value: row.validTo ?? translate('resources.helpPolicies.noEnd') },
        { label: 'basis', value: row.basis, wide: true },
        { label: 'kinds', value: row.kinds.map(kind => word('HardshipKind', kind)).join(' / '), wide: true },
      ]}
      notice={() => (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('resources.helpPolicies.kept')}
        </Alert>
      )}
    >
      {row => (
        <>
          <Section title="resources.helpPolicies.parts.amounts">
            <Facts items={(['urgentLimit', 'secondApprovalAbove', 'mostAmount'] as const).map(source => ({ label: source, value: yuan(row[source] as string | null) || translate('resources.helpPolicies.noLimit') }))} />
          </Section>
          <Section title="resources.helpPolicies.parts.clocks">
            <Facts items={numbers(row, CLOCKS)} />
          </Section>
          <Section title="resources.helpPolicies.parts.following">
            <Facts items={numbers(row, FOLLOWING)} />
          </Section>
          <Section title="resources.helpPolicies.parts.exclusions">
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {row.exclusions.map(({ kind, basis, months }) => (
                <Typography component="li" key={kind}>
                  <strong>{word('ExclusionKind', kind)}</strong> {translate('resources.helpPolicies.back', { smart_count: months })} · {basis}
                </Typography>
              ))}
            </Box>
          </Section>
        </>
      )}
    </ShowPage>
  )
}

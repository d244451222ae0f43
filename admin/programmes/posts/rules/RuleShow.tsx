import ContentCopyIcon from '@mui/icons-material/ContentCopy'
import { Alert, Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useName } from '../../../bureau/programmeName'
import { useMay } from '../../../ui/Console'
import { Facts, Section } from '../../../ui/record/Facts'
import { ShowPage } from '../../../ui/record/ShowPage'
import type { ChecklistItem } from '../Post'
import { InForce, type RuleRow } from './RuleList'
import { MARKS, type RuleNumber, SPANS } from './ruleNumbers'

/** A version of the rules of posts: what is scored, what is enough, and the spans of time. */
export default function RuleShow() {
  const translate = useTranslate()
  const may = useMay()
  const numbers = (row: RuleRow, of: readonly RuleNumber[]) => of.map(({ source, unit }) => ({ label: source, value: translate(`resources.postRules.units.${unit}`, { smart_count: Number(row[source]) }) }))
  return (
    <ShowPage<RuleRow>
      beside={row => <InForce row={row} />}
      actions={row =>
        may('policy.write') && (
          <Button component={RouterLink} to={`/postRules/create?from=${row.id}`} variant="outlined" startIcon={<ContentCopyIcon />}>
            {translate('resources.postRules.create')}
          </Button>
        )
      }
      summary={row => [
        { label: 'validFrom', value: row.validFrom },
        { label: 'validTo', value: row.validTo ?? translate('resources.postRules.noEnd') },
        { label: 'basis', value: row.basis, wide: true },
      ]}
      notice={() => (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('resources.postRules.kept')}
        </Alert>
      )}
    >
      {row => (
        <>
          <Section title="resources.postRules.parts.marks">
            <Facts items={numbers(row, MARKS)} />
          </Section>
          <Section title="resources.postRules.parts.spans">
            <Facts items={numbers(row, SPANS)} />
          </Section>
          <Checklist title="resources.postRules.parts.siteCheck" items={row.items.filter(({ kind }) => kind === 'SITE_CHECK')} />
          <Checklist title="resources.postRules.parts.review" items={row.items.filter(({ kind }) => kind === 'REVIEW')} />
        </>
      )}
    </ShowPage>
  )
}

function Checklist({ title, items }: { title: string; items: readonly ChecklistItem[] }) {
  const translate = useTranslate()
  const nameOf = useName()
  return (
    <Section title={title} action={<span>{translate('resources.postRules.most', { points: items.reduce((sum, { points }) => sum + points, 0) })}</span>}>
      <Box component="ol" sx={{ m: 0, pl: 3 }}>
        {items.map(item => (
          <Typography component="li" key={item.id}>
            {nameOf(item)} · {translate('resources.postRules.units.points', { smart_count: item.points })}
          </Typography>
        ))}
      </Box>
    </Section>
  )
}

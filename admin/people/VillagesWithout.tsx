import { Box, Button, Paper, Typography } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink, useSearchParams } from 'react-router-dom'
import { useAct, useAsk, useMay } from '../ui/Console'
import { RegionPicker } from '../ui/inputs/RegionInput'
import { TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { PageHead } from '../ui/shell/PageHead'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { Waiting } from '../ui/views/Waiting'
import type { Place } from './rows'

interface Gap {
  region: Place
  reason: string | null
  notedOn: string | null
}

export const VILLAGES_WITHOUT = 'query villagesWithout($region: RegionCode) { villagesWithout(region: $region) { region { code name fullName } reason notedOn } }'

/** The villages with neither team nor squad: why, in the station's words, and the way to propose one. */
export default function VillagesWithout() {
  const translate = useTranslate()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [explained, setExplained] = useState<Gap | null>(null)
  const { act } = useAct()
  const region = search.get('region')
  const { data, error, isPending, refetch } = useAsk<{ villagesWithout: Gap[] }>(VILLAGES_WITHOUT, { region })
  const say = (key: string, options?: Record<string, unknown>): string => translate(`resources.teams.without.${key}`, options)
  const gaps = data?.villagesWithout ?? []
  return (
    <>
      <PageHead title={translate('pages.villagesWithout.name')} crumbs={[{ label: translate('resources.teams.name', { smart_count: 2 }), to: '/teams' }]} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
        <Box sx={{ width: { xs: '100%', sm: 320 } }}>
          <RegionPicker label={translate('resources.teams.fields.region')} value={region} levels={['BANNER', 'TOWNSHIP']} onChange={code => setSearch(code ? { region: code } : {}, { replace: true })} />
        </Box>
        {data && <Typography role="status" color="text.secondary">{say('count', { smart_count: gaps.length, reasoned: gaps.filter(gap => gap.reason).length })}</Typography>}
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting />}
      {data && gaps.length === 0 && <EmptyState title={say('none')} />}
      {gaps.length > 0 && (
        <Paper variant="outlined" component="ul" sx={{ listStyle: 'none', m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
          {gaps.map(gap => (
            <Box component="li" key={gap.region.code} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: 2, py: 1 }}>
              <Box sx={{ flex: { xs: '1 1 100%', sm: '1 1 0' }, minWidth: 0 }}>
                <Typography sx={{ fontWeight: 600 }}>{gap.region.fullName}</Typography>
                <Typography variant="body2" color="text.secondary">
                  {gap.reason ? [gap.reason, gap.notedOn].join(' · ') : say('noReason')}
                </Typography>
              </Box>
              {may('team.write') && (
                <Button size="small" onClick={() => setExplained(gap)}>
                  {say('explain')}
                </Button>
              )}
              {may('squad.propose') && (
                <Button size="small" variant="outlined" component={RouterLink} to={`/squadProposals/create?region=${gap.region.code}`}>
                  {translate('resources.squadProposals.create')}
                </Button>
              )}
            </Box>
          ))}
        </Paper>
      )}
      {explained && (
        <ActionDialog
          title={`${explained.region.fullName} · ${say('explain')}`}
          confirm="ra.action.save"
          resource="teams"
          defaults={{ reason: explained.reason ?? '' }}
          onClose={() => setExplained(null)}
          run={async ({ reason }) => {
            await act('teams', 'explainVillage', { regionCode: explained.region.code, reason }, 'console.saved')
            await refetch()
          }}
        >
          <TextInput source="reason" rows={2} maxLength={200} validate={required()} />
        </ActionDialog>
      )}
    </>
  )
}

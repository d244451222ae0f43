import { Box, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk, useMay } from '../../ui/Console'
import { addMonths, monthOf, today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { RelatedList } from '../../ui/list/RelatedList'
import { Chart } from '../../ui/views/Chart'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { StatCard, StatRow } from '../../ui/views/StatCard'
import { Waiting } from '../../ui/views/Waiting'
import { useHours } from '../words'
import { useServiceColumns } from './useServiceColumns'

export const VOLUNTEER_HOURS = 'query volunteerHours($id: ID!) { volunteer(id: $id) { id stars hours { month programmeCode minutes drillMinutes } } }'

/** What is begun from here. */
const DEEDS = [
  { of: 'serviceRecords', needs: 'service.enter' },
  { of: 'certificates', needs: 'certificate.request' },
]

interface Sum {
  month: string
  programmeCode: string
  minutes: number
  drillMinutes: number
}

/** What a volunteer has served: the sums by programme and month, and the ledger line by line. */
export function VolunteerHours({ volunteerId }: { volunteerId: string }) {
  const translate = useTranslate()
  const may = useMay()
  const hours = useHours()
  const word = useEnumWord()
  const columns = useServiceColumns(false)
  const { data, error, refetch } = useAsk<{ volunteer: { stars: number; hours: Sum[] } }>(VOLUNTEER_HOURS, { id: volunteerId })
  const sums = data?.volunteer.hours
  const { categories, series } = useMemo(() => {
    const months = Array.from({ length: 12 }, (_, n) => addMonths(monthOf(today()), n - 11))
    const real = (sums ?? []).filter(({ minutes }) => minutes > 0)
    const programmes = [...new Set(real.map(({ programmeCode }) => programmeCode))].sort()
    const minutesOf = new Map(real.map(({ month, programmeCode, minutes }) => [`${month} ${programmeCode}`, minutes]))
    return {
      categories: months.map(name => ({ name })),
      series: programmes.map(programme => ({ name: word('ProgrammeCode', programme), values: months.map(month => Math.round((minutesOf.get(`${month} ${programme}`) ?? 0) / 6) / 10) })),
    }
  }, [sums, word])
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!sums) return <Waiting />
  const add = (some: readonly Sum[], of: 'minutes' | 'drillMinutes' = 'minutes'): number => some.reduce((total, each) => total + each[of], 0)
  const byProgramme = new Map<string, number>()
  for (const { programmeCode, minutes } of sums) if (minutes > 0) byProgramme.set(programmeCode, (byProgramme.get(programmeCode) ?? 0) + minutes)
  const year = today().slice(0, 4)
  return (
    <Box>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        {DEEDS.filter(({ needs }) => may(needs)).map(({ of }) => (
          <Button key={of} component={RouterLink} to={`/${of}/create?volunteerId=${volunteerId}`} variant="outlined" size="small">
            {translate(`resources.${of}.create`)}
          </Button>
        ))}
      </Box>
      <StatRow>
        <StatCard label={translate('resources.serviceRecords.real')} value={hours(add(sums))} />
        <StatCard label={translate('resources.serviceRecords.thisYear', { year })} value={hours(add(sums.filter(({ month }) => month.startsWith(year))))} />
        <StatCard label={translate('resources.serviceRecords.drills')} value={hours(add(sums, 'drillMinutes'))} />
        {[...byProgramme].map(([programme, minutes]) => (
          <StatCard key={programme} label={word('ProgrammeCode', programme)} value={hours(minutes)} />
        ))}
      </StatRow>
      {series.length > 0 && <Chart title={translate('figures.hours')} kind="stacked" categories={categories} series={series} unit={translate('figures.hour')} height={220} />}
      <RelatedList of="serviceRecords" filter={{ volunteerId }} columns={columns} sort={{ field: 'servedOn', order: 'DESC' }} empty={<EmptyState title={translate('resources.volunteers.noService')} />} />
    </Box>
  )
}

import { Box, Button, Paper, Typography } from '@mui/material'
import { ResourceContextProvider, required, useLocale, useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAsk, useConsole, useMay } from '../ui/Console'
import { today } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { DayInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { ToneChip } from '../ui/record/StateChip'
import { PageHead } from '../ui/shell/PageHead'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { Waiting } from '../ui/views/Waiting'

/** The days of a year that are not as their weekday. */
export const WORKING_DAYS = 'query workingDays($year: Int!) { workingDays(year: $year) { id day kind } }'
/** Says whether the bureau works on a day. */
export const SET_WORKING_DAY = 'mutation setWorkingDay($day: Date!, $works: Boolean!) { setWorkingDay(day: $day, works: $works) }'

interface Special {
  id: string
  day: string
  kind: 'OFF' | 'WORK'
}

/** The working calendar: holidays and made-up working days, by which deadlines are counted. */
export default function WorkingDaysPage() {
  const translate = useTranslate()
  const locale = useLocale()
  const word = useEnumWord()
  const may = useMay()
  const notify = useNotify()
  const { provider } = useConsole()
  const [year, setYear] = useState(Number(today().slice(0, 4)))
  const [adding, setAdding] = useState(false)
  const { data, error, isPending, refetch } = useAsk<{ workingDays: Special[] }>(WORKING_DAYS, { year })
  const weekday = (day: string): string => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(day))
  const specials = data?.workingDays ?? []
  const months = [...new Set(specials.map(({ day }) => day.slice(0, 7)))]
  return (
    <ResourceContextProvider value="workingDays">
      <PageHead
        title={`${translate('resources.workingDays.name', { smart_count: 2 })} ${year}`}
        crumbs={[{ label: translate('console.groups.bureau') }]}
        actions={
          <>
            <Button variant="outlined" onClick={() => setYear(year - 1)}>
              {year - 1}
            </Button>
            <Button variant="outlined" onClick={() => setYear(year + 1)}>
              {year + 1}
            </Button>
            {may('workingDay.write') && (
              <Button variant="contained" onClick={() => setAdding(true)}>
                {translate('resources.workingDays.create')}
              </Button>
            )}
          </>
        }
      />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting />}
      {data?.workingDays.length === 0 && <EmptyState title={translate('resources.workingDays.empty')} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))' }}>
        {months.map(month => (
          <Paper key={month} variant="outlined" component="section" sx={{ p: 2 }}>
            <Typography variant="h2" sx={{ mb: 1 }}>
              {month}
            </Typography>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
              {specials.filter(({ day }) => day.startsWith(month)).map(({ id, day, kind }) => (
                <Box component="li" key={id} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
                  <Typography sx={{ mr: 'auto', fontVariantNumeric: 'tabular-nums' }}>{`${day.slice(5)} ${weekday(day)}`}</Typography>
                  <ToneChip label={word('DayException', kind)} tone={kind === 'OFF' ? 'good' : 'warning'} />
                </Box>
              ))}
            </Box>
          </Paper>
        ))}
      </Box>
      {adding && (
        <ActionDialog
          title="resources.workingDays.create"
          consequence="resources.workingDays.consequence"
          confirm="ra.action.save"
          defaults={{ exception: 'OFF' }}
          onClose={() => setAdding(false)}
          run={async ({ day, exception }) => {
            await provider.send(SET_WORKING_DAY, { day, works: exception === 'WORK' })
            notify('console.saved', { type: 'success' })
            await refetch()
          }}
        >
          <DayInput source="day" validate={required()} />
          <EnumInput source="exception" of="DayException" validate={required()} />
        </ActionDialog>
      )}
    </ResourceContextProvider>
  )
}

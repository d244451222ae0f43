import ChevronLeftIcon from '@mui/icons-material/ChevronLeft'
import ChevronRightIcon from '@mui/icons-material/ChevronRight'
import { Box, Button, IconButton, Link, Paper, Typography, useMediaQuery, useTheme } from '@mui/material'
import { useLocaleState, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { addMonths, monthOf, today, weeksOf } from '../days'
import { type Tone, toneOf } from '../theme'

/** Something on a day. */
export interface CalendarEntry {
  id: string
  day: string
  label: string
  tone?: Tone
  to?: string
}

interface CalendarProps {
  /** `YYYY-MM`; the page asks for the entries of the weeks that it touches. */
  month: string
  onMonth: (month: string) => void
  entries: readonly CalendarEntry[]
  /** Opens a day with more entries than fit. */
  onDay?: (day: string) => void
}

const FIT = 3

/** A month as a table of weeks from Monday; on a phone, the days that have something as a list. */
export function Calendar({ month, onMonth, entries, onDay }: CalendarProps) {
  const translate = useTranslate()
  const theme = useTheme()
  const wide = useMediaQuery(theme.breakpoints.up('md'))
  const [locale] = useLocaleState()
  const words = (options: Intl.DateTimeFormatOptions, day: string): string =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`))
  const title = words({ year: 'numeric', month: 'long' }, `${month}-01`)
  const byDay = new Map<string, CalendarEntry[]>()
  for (const entry of entries) byDay.set(entry.day, [...(byDay.get(entry.day) ?? []), entry])
  const weeks = weeksOf(month)
  return (
    <Paper variant="outlined" sx={{ p: { xs: 1, sm: 2 } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h2" aria-live="polite" sx={{ mr: 'auto' }}>
          {title}
        </Typography>
        <IconButton onClick={() => onMonth(addMonths(month, -1))} aria-label={translate('console.calendar.previous')}>
          <ChevronLeftIcon />
        </IconButton>
        <Button onClick={() => onMonth(monthOf(today()))}>{translate('console.calendar.today')}</Button>
        <IconButton onClick={() => onMonth(addMonths(month, 1))} aria-label={translate('console.calendar.next')}>
          <ChevronRightIcon />
        </IconButton>
      </Box>
      {wide ? (
        <Box
          component="table"
          aria-label={title}
          sx={{ width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', '& th, & td': { border: 1, borderColor: 'divider', textAlign: 'left', verticalAlign: 'top', p: 0.5 } }}
        >
          <thead>
            <tr>
              {weeks[0]!.map(day => (
                <Box component="th" scope="col" key={day} sx={{ fontSize: '0.8125rem', fontWeight: 600, color: 'text.secondary' }}>
                  {words({ weekday: 'short' }, day)}
                </Box>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(week => (
              <tr key={week[0]}>
                {week.map(day => (
                  <Box component="td" key={day} sx={{ height: 104, bgcolor: monthOf(day) === month ? undefined : 'action.hover' }}>
                    <DayHead day={day} label={words({ month: 'long', day: 'numeric' }, day)} />
                    <DayEntries entries={byDay.get(day) ?? []} onMore={onDay && (() => onDay(day))} />
                  </Box>
                ))}
              </tr>
            ))}
          </tbody>
        </Box>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {weeks
            .flat()
            .filter(day => monthOf(day) === month && byDay.has(day))
            .map(day => (
              <Box component="li" key={day} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
                <Typography variant="h3" sx={{ mb: 0.5 }}>
                  {words({ month: 'long', day: 'numeric', weekday: 'short' }, day)}
                </Typography>
                <DayEntries entries={byDay.get(day)!} all />
              </Box>
            ))}
          {byDay.size === 0 && (
            <Typography component="li" color="text.secondary">
              {translate('console.calendar.none')}
            </Typography>
          )}
        </Box>
      )}
    </Paper>
  )
}

function DayHead({ day, label }: { day: string; label: string }) {
  const isToday = day === today()
  return (
    <Box
      component="time"
      dateTime={day}
      aria-label={label}
      aria-current={isToday ? 'date' : undefined}
      sx={{ display: 'inline-block', px: 0.75, borderRadius: 1, fontSize: '0.8125rem', ...(isToday && { bgcolor: 'primary.main', color: 'primary.contrastText', fontWeight: 600 }) }}
    >
      {Number(day.slice(8))}
    </Box>
  )
}

function DayEntries({ entries, all = false, onMore }: { entries: readonly CalendarEntry[]; all?: boolean; onMore?: () => void }) {
  const translate = useTranslate()
  const shown = all ? entries : entries.slice(0, FIT)
  const more = entries.length - shown.length
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 0.25 }}>
      {shown.map(({ id, label, tone = 'quiet', to }) => (
        <Box
          component="li"
          key={id}
          sx={theme => {
            const { background, text } = toneOf(theme, tone)
            const roomy = all ? { py: 1, fontSize: '0.9375rem' } : { py: 0.125, fontSize: '0.75rem', whiteSpace: 'nowrap' }
            return { bgcolor: background, color: text, borderRadius: 0.5, px: 0.75, overflow: 'hidden', textOverflow: 'ellipsis', ...roomy }
          }}
        >
          {to ? (
            <Link component={RouterLink} to={to} color="inherit" underline="hover" title={label}>
              {label}
            </Link>
          ) : (
            label
          )}
        </Box>
      ))}
      {more > 0 && (
        <li>
          {onMore ? (
            <Button size="small" sx={{ p: 0, minWidth: 0, fontSize: '0.75rem' }} onClick={onMore}>
              {translate('console.calendar.more', { smart_count: more })}
            </Button>
          ) : (
            <Typography variant="body2" color="text.secondary" sx={{ fontSize: '0.75rem' }}>
              {translate('console.calendar.more', { smart_count: more })}
            </Typography>
          )}
        </li>
      )}
    </Box>
  )
}

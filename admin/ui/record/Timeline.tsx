import { Box, Typography } from '@mui/material'
import { useResourceContext, useTranslate } from 'ra-core'
import { clockOf } from '../days'
import { type EnumName, useEnumWord } from '../enums'
import { EmptyState } from '../views/EmptyState'

/** A moment in a record's life, as the API gives it. */
export interface HistoryEntry {
  id: string
  at: string
  act: string
  action: string | null
  by: { id: string; name: string } | null
  fromState: string | null
  toState: string | null
  note: string | null
  changed: string[]
}

/** What to select for a timeline: `fields: { show: \`… ${HISTORY}\` }`. */
export const HISTORY = 'history { id at act action by { id name } fromState toState note changed }'

interface TimelineProps {
  entries: readonly HistoryEntry[]
  /** The enum of the record's states. */
  states?: EnumName
}

/** Who acted, by name; what the product does by itself bears the act's own name, and is nobody's. */
const whoOf = ({ by, act }: HistoryEntry): string | undefined => (by?.name === act ? undefined : by?.name)

/** Who did what to a record and when, newest first. */
export function Timeline({ entries, states }: TimelineProps) {
  const translate = useTranslate()
  const word = useEnumWord()
  const resource = useResourceContext()
  if (entries.length === 0) return <EmptyState title={translate('console.timeline.none')} />
  const fieldOf = (name: string): string => translate(`resources.${resource}.fields.${name}`, { _: '' })
  const deedOf = ({ act, action }: HistoryEntry): string =>
    (action && translate(`resources.${resource}.actions.${action}.name`, { _: '' })) || translate(`acts.${act}`, { _: act })
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {entries.map(entry => {
        const changed = entry.changed.map(fieldOf).filter(Boolean)
        return (
          <Box
            key={entry.id}
            component="li"
            sx={{
              position: 'relative',
              pl: 3,
              pb: 2.5,
              ml: 0.75,
              borderLeft: 2,
              borderColor: 'divider',
              '&:last-child': { borderColor: 'transparent' },
              '&::before': { content: '""', position: 'absolute', left: -7, top: 6, width: 12, height: 12, borderRadius: '50%', bgcolor: 'primary.main' },
            }}
          >
            <Typography variant="body2" color="text.secondary" component="time" dateTime={entry.at}>
              {clockOf(entry.at)}
            </Typography>
            <Typography>
              <strong>{whoOf(entry) ?? translate('console.timeline.system')}</strong> {deedOf(entry)}
              {states && entry.toState && entry.toState !== entry.fromState && (
                <>
                  {'  '}
                  {[entry.fromState, entry.toState].filter(Boolean).map(state => word(states, state)).join(' → ')}
                </>
              )}
            </Typography>
            {entry.note && (
              <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
                {entry.note}
              </Typography>
            )}
            {!entry.toState && changed.length > 0 && (
              <Typography variant="body2" color="text.secondary">
                {translate('console.timeline.changed', { fields: changed.join(' / ') })}
              </Typography>
            )}
          </Box>
        )
      })}
    </Box>
  )
}

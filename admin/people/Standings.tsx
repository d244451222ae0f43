import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { StateChip, ToneChip } from '../ui/record/StateChip'
import type { TeamRow } from './rows'

/** What a team was from day to day, the latest first: by these the targets are counted on any past day. */
export function Standings({ standings }: { standings: TeamRow['standings'] }) {
  const translate = useTranslate()
  const label = (field: string): string => translate(`resources.teams.fields.${field}`)
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('resources.teams.tabs.standings')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {['sinceOn', 'untilOn', 'state', 'memberCount', 'veteranCount', 'meetsMinimum'].map(field => (
              <TableCell key={field}>{label(field)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {[...standings].reverse().map(one => (
            <TableRow key={one.id}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{one.sinceOn}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{one.untilOn ?? '–'}</TableCell>
              <TableCell>
                <StateChip of="TeamState" value={one.state} />
              </TableCell>
              <TableCell>{one.memberCount}</TableCell>
              <TableCell>{one.veteranCount}</TableCell>
              <TableCell>
                <ToneChip label={translate(one.metMinimum ? 'ra.boolean.true' : 'ra.boolean.false')} tone={one.metMinimum ? 'good' : 'bad'} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

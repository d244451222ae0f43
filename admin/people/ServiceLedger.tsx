import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsk } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { StateChip } from '../ui/record/StateChip'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { useHours } from './words'

/** The latest lines of a volunteer's ledger. */
export const SERVICE_RECORDS = 'query serviceRecords($filter: ServiceRecordFilter!) { serviceRecords(filter: $filter, sort: { field: SERVED_ON, order: DESC }, page: { size: 100 }) { total items { id servedOn minutes programmeCode state voidReason } } }'

interface Line {
  id: string
  servedOn: string
  minutes: number
  programmeCode: string
  state: string
}

/** What a volunteer has served, line by line; only confirmed lines count. */
export function ServiceLedger({ volunteerId }: { volunteerId: string }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const hours = useHours()
  const { data, error, refetch } = useAsk<{ serviceRecords: { items: Line[] } }>(SERVICE_RECORDS, { filter: { volunteerId } })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data?.serviceRecords.items.length === 0) return <EmptyState title={translate('resources.volunteers.noService')} />
  return (
    <TableContainer>
      <Table size="small">
        <TableHead>
          <TableRow>
            {['servedOn', 'programmeCode', 'totalMinutes', 'state'].map(field => (
              <TableCell key={field}>{translate(`resources.volunteers.fields.${field}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {data?.serviceRecords.items.map(line => (
            <TableRow key={line.id}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{line.servedOn}</TableCell>
              <TableCell>{word('ProgrammeCode', line.programmeCode)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{hours(line.minutes)}</TableCell>
              <TableCell>
                <StateChip of="ServiceState" value={line.state} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

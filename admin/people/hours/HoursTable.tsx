import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEnumWord } from '../../ui/enums'
import { asHours, type Cross } from './crossOf'

/** Hours by place and programme, with their sums; drills in a column of their own. */
export function HoursTable({ title, cross: { places, programmes, minutes } }: { title: string; cross: Cross }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const cell = (key: string): string => asHours(minutes.get(key) ?? 0).toFixed(1)
  const all = places.reduce((total, { id }) => total + (minutes.get(id) ?? 0), 0)
  const drills = places.reduce((total, { id }) => total + (minutes.get(`${id} drill`) ?? 0), 0)
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={title}>
      <Table size="small" sx={{ '& td, & th': { whiteSpace: 'nowrap' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{title}</TableCell>
            {programmes.map(programme => (
              <TableCell key={programme} align="right">
                {word('ProgrammeCode', programme)}
              </TableCell>
            ))}
            <TableCell align="right">{translate('pages.hours.sum')}</TableCell>
            <TableCell align="right">{translate('resources.serviceRecords.fields.drill')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {places.map(({ id, name }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row">
                {name}
              </TableCell>
              {programmes.map(programme => (
                <TableCell key={programme} align="right">
                  {cell(`${id} ${programme}`)}
                </TableCell>
              ))}
              <TableCell align="right">{cell(id)}</TableCell>
              <TableCell align="right">{cell(`${id} drill`)}</TableCell>
            </TableRow>
          ))}
          <TableRow sx={{ '& td, & th': { fontWeight: 600 } }}>
            <TableCell component="th" scope="row">
              {translate('pages.hours.sum')}
            </TableCell>
            {programmes.map(programme => (
              <TableCell key={programme} align="right">
                {cell(programme)}
              </TableCell>
            ))}
            <TableCell align="right">{asHours(all).toFixed(1)}</TableCell>
            <TableCell align="right">{asHours(drills).toFixed(1)}</TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </TableContainer>
  )
}

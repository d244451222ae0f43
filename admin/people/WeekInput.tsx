import { Checkbox, FormControl, FormHelperText, FormLabel, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEnumWord } from '../ui/enums'
import { type FieldProps, useFormField } from '../ui/inputs/useFormField'

const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const
const PARTS = ['AM', 'PM', 'EVE'] as const

/** The week as a grid of mornings, afternoons and evenings, to tick when one has time. */
export function WeekInput(asked: FieldProps) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { value, change, shown } = useFormField(asked)
  const ticked = Array.isArray(value) ? (value as string[]) : []
  return (
    <FormControl component="fieldset" error={shown.error} fullWidth>
      <FormLabel component="legend">{shown.label}</FormLabel>
      <Table size="small" sx={{ tableLayout: 'fixed', '& td, & th': { p: 0, textAlign: 'center' } }}>
        <TableHead>
          <TableRow>
            <TableCell />
            {DAYS.map(day => (
              <TableCell key={day}>{translate(`console.week.${day}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {PARTS.map(part => (
            <TableRow key={part}>
              <TableCell component="th" scope="row">
                {translate(`console.week.${part}`)}
              </TableCell>
              {DAYS.map(day => {
                const slot = `${day}_${part}`
                return (
                  <TableCell key={slot}>
                    <Checkbox checked={ticked.includes(slot)} onChange={(_, on) => change(on ? [...ticked, slot] : ticked.filter(one => one !== slot))} slotProps={{ input: { 'aria-label': word('WeekSlot', slot) } }} />
                  </TableCell>
                )
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {shown.helperText && <FormHelperText>{shown.helperText}</FormHelperText>}
    </FormControl>
  )
}

import { Alert, Box, Button, MenuItem, Paper, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAsk } from '../../ui/Console'
import { Waiting } from '../../ui/views/Waiting'
import { IMPORT_FIELDS, type VolunteerImport } from './imports'

interface ColumnsStepProps {
  one: VolunteerImport
  onCheck: (columns: readonly string[]) => Promise<void>
}

/** What each column of the sheet means; none is left out in silence. */
export function ColumnsStep({ one, onCheck }: ColumnsStepProps) {
  const translate = useTranslate()
  const { data } = useAsk<{ importFields: { key: string; title: string; required: boolean }[] }>(IMPORT_FIELDS, {}, { staleTime: Infinity })
  const [chosen, setChosen] = useState<string[]>(one.columns.map(column => column.field ?? ''))
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  if (!data) return <Waiting />
  const fields = data.importFields
  const titleOf = (key: string | null): string => fields.find(field => field.key === key)?.title ?? ''
  const check = async (): Promise<void> => {
    setRunning(true)
    setRefused(null)
    try {
      await onCheck(chosen)
    } catch (error) {
      const said = (error as { body?: { errors?: Record<string, string> } }).body?.errors
      setRefused(Object.values(said ?? {})[0] ?? (error as Error).message)
    } finally {
      setRunning(false)
    }
  }
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Typography sx={{ mb: 2 }}>{translate('resources.volunteerImports.columnsHint')}</Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(240px, 1fr))' } }}>
        {one.columns.map(({ head, suggested }, index) => (
          <TextField
            key={`${index}-${head}`}
            select
            label={head || translate('resources.volunteerImports.noHead')}
            value={chosen[index] ?? ''}
            error={chosen[index] === ''}
            helperText={chosen[index] === '' && suggested ? translate('resources.volunteerImports.suggested', { name: titleOf(suggested) }) : ' '}
            onChange={event => setChosen(chosen.map((field, at) => (at === index ? event.target.value : field)))}
          >
            <MenuItem value="IGNORE">
              <em>{translate('resources.volunteerImports.ignore')}</em>
            </MenuItem>
            {fields.map(field => (
              <MenuItem key={field.key} value={field.key} disabled={chosen.includes(field.key) && chosen[index] !== field.key}>
                {field.title}
                {field.required && ' *'}
              </MenuItem>
            ))}
          </TextField>
        ))}
      </Box>
      {refused && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {translate(refused, { _: refused })}
        </Alert>
      )}
      <Button variant="contained" loading={running} disabled={chosen.includes('')} onClick={() => void check()} sx={{ mt: 2 }}>
        {translate('resources.volunteerImports.check')}
      </Button>
    </Paper>
  )
}

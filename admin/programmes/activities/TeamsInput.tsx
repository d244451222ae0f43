import { Box, Chip } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { Row } from '../../data/Definition'
import { useConsole } from '../../ui/Console'
import { RecordPicker } from '../../ui/inputs/RecordPicker'
import { type FieldProps, useFormField } from '../../ui/inputs/useFormField'

/** Teams that organise it too: those there are, and a field that adds one. */
export function TeamsInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  const { provider } = useConsole()
  const ids = Array.isArray(value) ? (value as string[]) : []
  const { data = [] } = useQuery({ queryKey: ['coTeams', ids], enabled: ids.length > 0, queryFn: async () => (await provider.getMany<Row>('teams', { ids })).data })
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {ids.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {ids.map(id => (
            <Chip key={id} label={String(data.find(row => row.id === id)?.name ?? '…')} onDelete={() => change(ids.filter(one => one !== id))} />
          ))}
        </Box>
      )}
      <RecordPicker key={ids.length} of="teams" label={shown.label} value={null} error={shown.error} helperText={shown.helperText} onChange={id => id && !ids.includes(id) && change([...ids, id])} />
    </Box>
  )
}

import { Box, Chip } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { Row } from '../../data/Definition'
import { useConsole, useDefinition } from '../Console'
import { RecordPicker } from './RecordPicker'
import { type FieldProps, useFormField } from './useFormField'

interface RecordsProps extends FieldProps {
  /** The resource to choose from. */
  of: string
  filter?: Record<string, unknown>
  detail?: (row: Row) => string
}

/** Several records of one kind: those chosen, and a field that adds one. */
export function RecordsInput({ of, filter, detail, ...asked }: RecordsProps) {
  const { value, change, shown } = useFormField(asked)
  const { provider } = useConsole()
  const { text } = useDefinition(of)
  const ids = Array.isArray(value) ? (value as string[]) : []
  const { data = [] } = useQuery({ queryKey: ['chosen', of, ids], enabled: ids.length > 0, queryFn: async () => (await provider.getMany<Row>(of, { ids })).data })
  const nameOf = (id: string): string => {
    const row = data.find(each => each.id === id)
    return row ? text(row) : '…'
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {ids.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {ids.map(id => (
            <Chip key={id} label={nameOf(id)} onDelete={() => change(ids.filter(one => one !== id))} />
          ))}
        </Box>
      )}
      <RecordPicker
        key={ids.length}
        of={of}
        filter={filter}
        detail={detail}
        label={shown.label}
        value={null}
        required={shown.required}
        error={shown.error}
        helperText={shown.helperText}
        onChange={id => id && !ids.includes(id) && change([...ids, id])}
      />
    </Box>
  )
}

import { Box, Chip } from '@mui/material'
import { RegionPicker } from './RegionInput'
import { useRegions } from './regions'
import { type FieldProps, useFormField } from './useFormField'

/** Several divisions: those chosen, and a field that adds one. */
export function RegionsInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  const { tree } = useRegions()
  const codes = Array.isArray(value) ? (value as string[]) : []
  const nameOf = (code: string): string => {
    const node = tree?.byCode.get(code)
    return node && tree ? tree.fullName(node) : code
  }
  const { inputRef: _, ...rest } = shown
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {codes.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {codes.map(code => (
            <Chip key={code} label={nameOf(code)} onDelete={() => change(codes.filter(one => one !== code))} />
          ))}
        </Box>
      )}
      <RegionPicker {...rest} value={null} onChange={code => code && !codes.includes(code) && change([...codes, code])} />
    </Box>
  )
}

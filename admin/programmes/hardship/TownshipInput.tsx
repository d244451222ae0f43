import { MenuItem, TextField } from '@mui/material'
import { useAsk } from '../../ui/Console'
import { parentOf, REGION_TREE, type RegionNode } from '../../ui/inputs/regions'
import { type FieldProps, useFormField } from '../../ui/inputs/useFormField'

/** One of the banner's townships, also beyond one's own reach; not the one that a place lies in. */
export function TownshipInput({ but, ...asked }: FieldProps & { but?: string }) {
  const { value, change, shown } = useFormField(asked)
  const { data } = useAsk<{ regionTree: RegionNode[] }>(REGION_TREE, {}, { staleTime: Infinity })
  const townships = (data?.regionTree ?? []).filter(({ level, code }) => level === 'TOWNSHIP' && code !== but && (!but || code !== parentOf(but)))
  return (
    <TextField select {...shown} value={townships.some(({ code }) => code === value) ? (value as string) : ''} onChange={event => change(event.target.value)}>
      {townships.map(({ code, name }) => (
        <MenuItem key={code} value={code}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}

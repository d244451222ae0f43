import AddIcon from '@mui/icons-material/Add'
import DeleteIcon from '@mui/icons-material/Delete'
import { Box, Button, FormLabel, IconButton, Paper } from '@mui/material'
import { useResourceContext, useTranslate, useTranslateLabel } from 'ra-core'
import { type ReactNode, useId } from 'react'
import { useFieldArray } from 'react-hook-form'

interface RowsInputProps {
  /** The list's path in the form. */
  source: string
  label?: string
  /** The inputs of one row; `of('name')` is the path of its field. */
  children: (of: (field: string) => string) => ReactNode
  /** What a new row begins with. */
  fresh: Record<string, unknown>
  /** The word of the button that adds a row; a catalogue key. */
  add: string
  most?: number
}

/** Several things of one kind in a form, each with inputs of its own: the people of a household, what one has looked up. */
export function RowsInput({ source, label, children, fresh, add, most = 20 }: RowsInputProps) {
  const translate = useTranslate()
  const translateLabel = useTranslateLabel()
  const resource = useResourceContext()
  const id = useId()
  const { fields, append, remove } = useFieldArray({ name: source, keyName: 'rowKey' })
  const name = translateLabel({ source, label, resource })
  return (
    <Box role="group" aria-labelledby={id} sx={{ display: 'grid', gap: 1 }}>
      <FormLabel id={id}>{name}</FormLabel>
      {fields.map((field, at) => (
        <Paper key={(field as { rowKey: string }).rowKey} variant="outlined" role="group" aria-label={`${String(name)} ${at + 1}`} sx={{ p: 1.5, pr: 6, position: 'relative', display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(150px, 1fr))' } }}>
          {children(part => `${source}.${at}.${part}`)}
          <IconButton onClick={() => remove(at)} aria-label={`${translate('ra.action.remove')} ${at + 1}`} sx={{ position: 'absolute', top: 4, right: 4 }}>
            <DeleteIcon fontSize="small" />
          </IconButton>
        </Paper>
      ))}
      {fields.length < most && (
        <Box>
          <Button variant="outlined" size="small" startIcon={<AddIcon />} onClick={() => append({ ...fresh })}>
            {translate(add)}
          </Button>
        </Box>
      )}
    </Box>
  )
}

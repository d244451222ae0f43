import UploadFileIcon from '@mui/icons-material/UploadFile'
import { Alert, Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { type ChangeEvent, useRef } from 'react'
import type { Sheet } from './useSheet'

/** Chooses a sheet, names the one that was chosen, and says why it was refused. */
export function SheetPicker<S>({ of: { name, sheet, running, refused }, onChoose }: { of: Sheet<S>; onChoose: (file: File) => void }) {
  const translate = useTranslate()
  const picker = useRef<HTMLInputElement>(null)
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? []
    if (file) onChoose(file)
    event.target.value = ''
  }
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button variant={sheet ? 'outlined' : 'contained'} startIcon={<UploadFileIcon />} loading={running && !sheet} onClick={() => picker.current?.click()}>
          {translate('resources.volunteerImports.choose')}
        </Button>
        <input ref={picker} type="file" accept=".xlsx,.csv" hidden onChange={choose} />
        <Typography role="status" sx={{ overflowWrap: 'anywhere' }}>
          {name ?? translate('resources.volunteerImports.noFile')}
        </Typography>
      </Box>
      {refused && <Alert severity="error">{translate(refused, { _: refused })}</Alert>}
    </>
  )
}

import UploadFileIcon from '@mui/icons-material/UploadFile'
import { Alert, Box, Button, FormControlLabel, FormLabel, Paper, Radio, RadioGroup, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { type ChangeEvent, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { useConsole } from '../../ui/Console'
import { useLookAtJobs } from '../../ui/jobs/jobs'
import { newKey } from '../../ui/record/newKey'
import { PageHead } from '../../ui/shell/PageHead'
import { TemplateButton } from './ImportList'
import { IMPORT_SHEET, sendSheet } from './imports'

/** The first step of an import: where the sheet comes from, and the sheet. */
export default function ImportCreate() {
  const translate = useTranslate()
  const locale = useLocale()
  const navigate = useNavigate()
  const { provider } = useConsole()
  const look = useLookAtJobs()
  const clientKey = useMemo(newKey, [])
  const picker = useRef<HTMLInputElement>(null)
  const [source, setSource] = useState('PLATFORM')
  const [file, setFile] = useState<File | null>(null)
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const send = async (): Promise<void> => {
    if (!file) return
    setRunning(true)
    setRefused(null)
    try {
      const fileId = await sendSheet(file, locale)
      const { importSheet } = await provider.send<{ importSheet: { id: string } }>(IMPORT_SHEET, { input: { fileId, source, clientKey } })
      look()
      navigate(`/volunteerImports/${importSheet.id}/show`)
    } catch (error) {
      setRefused((error as Error).message)
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <PageHead title={translate('resources.volunteerImports.create')} crumbs={[{ label: translate('resources.volunteerImports.name', { smart_count: 2 }), to: '/volunteerImports' }]} actions={<TemplateButton />} />
      <Paper variant="outlined" sx={{ p: 2, maxWidth: 720, display: 'grid', gap: 2 }}>
        <Typography>{translate('resources.volunteerImports.hint')}</Typography>
        <div>
          <FormLabel id="import-source">{translate('resources.volunteerImports.fields.source')}</FormLabel>
          <RadioGroup aria-labelledby="import-source" value={source} onChange={event => setSource(event.target.value)}>
            {['PLATFORM', 'SHEET'].map(one => (
              <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`enums.ImportSource.${one}`)} />
            ))}
          </RadioGroup>
        </div>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button variant="outlined" startIcon={<UploadFileIcon />} onClick={() => picker.current?.click()}>
            {translate('resources.volunteerImports.choose')}
          </Button>
          <input ref={picker} type="file" accept=".xlsx,.csv" hidden onChange={(event: ChangeEvent<HTMLInputElement>) => setFile(event.target.files?.[0] ?? null)} />
          <Typography role="status" sx={{ overflowWrap: 'anywhere' }}>
            {file?.name ?? translate('resources.volunteerImports.noFile')}
          </Typography>
        </Box>
        {refused && <Alert severity="error">{translate(refused, { _: refused })}</Alert>}
        <Box>
          <Button variant="contained" disabled={!file} loading={running} onClick={() => void send()}>
            {translate('resources.volunteerImports.next')}
          </Button>
        </Box>
      </Paper>
    </>
  )
}

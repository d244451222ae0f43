import FileDownloadIcon from '@mui/icons-material/FileDownload'
import { Alert, Box, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import { withoutBlanks } from '../../data/buildQuery'
import { useAsk, useConsole, useDefinition, useMay } from '../Console'
import { JobLine } from '../jobs/JobLine'
import { useJob, useLookAtJobs } from '../jobs/jobs'
import { newKey } from '../record/newKey'

/** The lists that one may export, with their columns. */
export const SHEETS = 'query sheets { sheets { list title columns { key title } } }'
/** Asks for a sheet of exactly what a list shows. */
export const EXPORT_SHEET = 'mutation exportSheet($input: ExportSheetInput!) { exportSheet(input: $input) { id } }'

interface SheetInfo {
  list: string
  columns: { key: string; title: string }[]
}

interface ExportButtonProps {
  /** The list's name in the API, where it is not the page's resource. */
  list?: string
  filter: Record<string, unknown>
  sort?: { field: string; order: 'ASC' | 'DESC' }
  total: number
  /** The columns in sight, which are those that are ticked at first. */
  shown?: readonly string[]
}

/** Exports what a list shows, in all its pages, as a job; nothing for those who may not. */
export function ExportButton({ list, shown = [], ...asked }: ExportButtonProps) {
  const translate = useTranslate()
  const may = useMay()
  const definition = useDefinition()
  const [open, setOpen] = useState(false)
  const { data } = useAsk<{ sheets: SheetInfo[] }>(SHEETS, {}, { enabled: may('sheet.export'), staleTime: Infinity })
  const name = list ?? definition.name
  const sheet = data?.sheets.find(one => one.list === name)
  if (!sheet) return null
  return (
    <>
      <Button startIcon={<FileDownloadIcon />} onClick={() => setOpen(true)} disabled={asked.total === 0}>
        {translate('ra.action.export')}
      </Button>
      {open && <ExportDialog sheet={sheet} shown={shown} onClose={() => setOpen(false)} {...asked} />}
    </>
  )
}

interface DialogProps extends Omit<ExportButtonProps, 'list'> {
  sheet: SheetInfo
  shown: readonly string[]
  onClose: () => void
}

function ExportDialog({ sheet, shown, filter, sort, total, onClose }: DialogProps) {
  const translate = useTranslate()
  const { provider } = useConsole()
  const { sorts } = useDefinition()
  const look = useLookAtJobs()
  const clientKey = useMemo(newKey, [])
  const seen = sheet.columns.filter(column => shown.includes(column.key)).map(column => column.key)
  const [keys, setKeys] = useState<string[]>(seen.length > 0 ? seen : sheet.columns.map(column => column.key))
  const [format, setFormat] = useState('XLSX')
  const [jobId, setJobId] = useState<string | null>(null)
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const job = useJob(jobId)
  const begin = async (): Promise<void> => {
    setRunning(true)
    setRefused(null)
    try {
      const field = sort && sorts?.[sort.field]
      const rows = { filter: withoutBlanks(filter), ...(field && { sort: { field, order: sort.order } }) }
      const columns = sheet.columns.map(column => column.key).filter(key => keys.includes(key))
      const { exportSheet } = await provider.send<{ exportSheet: { id: string } }>(EXPORT_SHEET, { input: { [sheet.list]: rows, columns, format, clientKey } })
      setJobId(exportSheet.id)
      look()
    } catch (error) {
      setRefused((error as Error).message)
    } finally {
      setRunning(false)
    }
  }
  const toggle = (key: string): void => setKeys(keys.includes(key) ? keys.filter(one => one !== key) : [...keys, key])
  return (
    <Dialog open onClose={onClose} aria-labelledby="export-title" fullWidth maxWidth="sm">
      <DialogTitle id="export-title">{translate('console.export.title', { smart_count: total })}</DialogTitle>
      <DialogContent>
        {job ? (
          <>
            <JobLine job={job} />
            <DialogContentText>{translate('console.export.leave')}</DialogContentText>
          </>
        ) : (
          <>
            <DialogContentText>{translate('console.export.consequence')}</DialogContentText>
            <FormLabel id="export-format" sx={{ mt: 2, display: 'block' }}>
              {translate('console.export.format')}
            </FormLabel>
            <RadioGroup row aria-labelledby="export-format" value={format} onChange={event => setFormat(event.target.value)}>
              {['XLSX', 'CSV'].map(one => (
                <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`enums.SheetFormat.${one}`)} />
              ))}
            </RadioGroup>
            <FormLabel id="export-columns" sx={{ mt: 1, display: 'block' }}>
              {translate('console.export.columns')}
            </FormLabel>
            <Box role="group" aria-labelledby="export-columns" sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' }}>
              {sheet.columns.map(column => (
                <FormControlLabel key={column.key} control={<Checkbox checked={keys.includes(column.key)} onChange={() => toggle(column.key)} />} label={column.title} sx={{ minHeight: 44, mr: 0 }} />
              ))}
            </Box>
            {refused && (
              <Alert severity="error" sx={{ mt: 2 }}>
                {translate(refused, { _: refused })}
              </Alert>
            )}
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate(jobId ? 'ra.action.close' : 'ra.action.cancel')}</Button>
        {!jobId && (
          <Button variant="contained" loading={running} disabled={keys.length === 0} onClick={() => void begin()}>
            {translate('ra.action.export')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

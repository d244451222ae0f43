import UploadFileIcon from '@mui/icons-material/UploadFile'
import { Alert, Box, Button, Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { type ChangeEvent, useRef, useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { TemplateButton } from '../../people/imports/ImportList'
import { sendSheet } from '../../people/imports/imports'
import { useConsole, useMay } from '../../ui/Console'
import { StateChip } from '../../ui/record/StateChip'
import { PageHead } from '../../ui/shell/PageHead'
import { listAddress } from '../../ui/views/StatCard'

const ROWS = 'id reported left rows { number name verdict reason }'
/** What would become of a sheet; nothing is written. */
export const CLUE_SHEET = `query clueSheet($fileId: ID!) { sheet: clueSheet(fileId: $fileId) { ${ROWS} } }`
/** Reports the clues of a sheet, as they were judged. */
export const IMPORT_CLUES = `mutation importClues($fileId: ID!) { sheet: importClues(fileId: $fileId) { ${ROWS} } }`
export const CLUE_TEMPLATE = 'mutation clueTemplate { clueTemplate { id } }'

interface Sheet {
  id: string
  reported: number
  left: number
  rows: { number: number; name: string; verdict: string; reason: string | null }[]
}

/** Clues that come as a list: the sheet, what becomes of each row, and the reporting of exactly what was shown. */
export default function ClueSheet() {
  const translate = useTranslate()
  const locale = useLocale()
  const may = useMay()
  const { provider } = useConsole()
  const picker = useRef<HTMLInputElement>(null)
  const [name, setName] = useState<string | null>(null)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [done, setDone] = useState(false)
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const attempt = async (deed: () => Promise<void>): Promise<void> => {
    setRunning(true)
    setRefused(null)
    await deed().catch((error: Error) => setRefused(error.message))
    setRunning(false)
  }
  const look = (file: File): Promise<void> =>
    attempt(async () => {
      setName(file.name)
      setSheet(null)
      setDone(false)
      setSheet((await provider.ask<{ sheet: Sheet }>(CLUE_SHEET, { fileId: await sendSheet(file, locale) })).sheet)
    })
  const report = (): Promise<void> =>
    attempt(async () => {
      setSheet((await provider.send<{ sheet: Sheet }>(IMPORT_CLUES, { fileId: sheet!.id })).sheet)
      setDone(true)
    })
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? []
    if (file) void look(file)
    event.target.value = ''
  }
  return (
    <>
      <PageHead title={translate('pages.clueSheet.name')} crumbs={[{ label: translate('resources.hardshipCases.name', { smart_count: 2 }), to: '/hardshipCases' }]} actions={may('sheet.import') && <TemplateButton make={CLUE_TEMPLATE} />} />
      <Paper variant="outlined" sx={{ p: 2, mb: 2, display: 'grid', gap: 2 }}>
        <Typography>{translate('pages.clueSheet.hint')}</Typography>
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
        {sheet && <Alert severity={done ? 'success' : sheet.reported > 0 ? 'info' : 'warning'}>{translate(done ? 'pages.clueSheet.done' : 'pages.clueSheet.judged', { reported: sheet.reported, left: sheet.left })}</Alert>}
        {sheet && !done && (
          <Box>
            <Button variant="contained" loading={running} disabled={sheet.reported === 0} onClick={() => void report()}>
              {translate('pages.clueSheet.report', { smart_count: sheet.reported })}
            </Button>
          </Box>
        )}
        {done && may('case.read') && (
          <Box>
            <Button component={RouterLink} to={listAddress('hardshipCases', { state: ['CLUE'], source: ['SHEET'] })} variant="outlined">
              {translate('pages.reportClue.open')}
            </Button>
          </Box>
        )}
      </Paper>
      {sheet && <Rows sheet={sheet} />}
    </>
  )
}

function Rows({ sheet }: { sheet: Sheet }) {
  const translate = useTranslate()
  return (
    <Paper variant="outlined">
      <TableContainer tabIndex={0} role="region" aria-label={translate('pages.clueSheet.rows')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {['number', 'name', 'verdict', 'reason'].map(head => (
                <TableCell key={head}>{translate(`pages.clueSheet.heads.${head}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {sheet.rows.map(row => (
              <TableRow key={row.number}>
                <TableCell>{row.number}</TableCell>
                <TableCell>{row.name}</TableCell>
                <TableCell>
                  <StateChip of="RowVerdict" value={row.verdict} />
                </TableCell>
                <TableCell>{row.reason ?? '–'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Paper>
  )
}

import { Alert, Box, Button, Paper, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { TemplateButton } from '../../people/imports/ImportList'
import { JudgedRows } from '../../people/imports/JudgedRows'
import { SheetPicker } from '../../people/imports/SheetPicker'
import { type JudgedRow, useSheet } from '../../people/imports/useSheet'
import { useConsole, useMay } from '../../ui/Console'
import { PageHead } from '../../ui/shell/PageHead'
import { listAddress } from '../../ui/views/StatCard'

const ROWS = 'id reported left rows { number name verdict reason }'
/** What would become of a sheet; nothing is written. */
export const CLUE_SHEET = `query clueSheet($fileId: ID!) { sheet: clueSheet(fileId: $fileId) { ${ROWS} } }`
/** Reports the clues of a sheet, as they were judged. */
export const IMPORT_CLUES = `mutation importClues($fileId: ID!) { sheet: importClues(fileId: $fileId) { ${ROWS} } }`
export const CLUE_TEMPLATE = 'mutation clueTemplate { clueTemplate { id } }'

interface Clues {
  id: string
  reported: number
  left: number
  rows: JudgedRow[]
}

/** Clues that come as a list: the sheet, what becomes of each row, and the reporting of exactly what was shown. */
export default function ClueSheet() {
  const translate = useTranslate()
  const may = useMay()
  const { provider } = useConsole()
  const one = useSheet<Clues>(CLUE_SHEET)
  const { sheet, running } = one
  const [done, setDone] = useState(false)
  const choose = (file: File): void => {
    setDone(false)
    void one.choose(file)
  }
  const report = async (): Promise<void> => setDone(await one.attempt(async () => one.setSheet((await provider.send<{ sheet: Clues }>(IMPORT_CLUES, { fileId: sheet!.id })).sheet)))
  return (
    <>
      <PageHead title={translate('pages.clueSheet.name')} crumbs={[{ label: translate('resources.hardshipCases.name', { smart_count: 2 }), to: '/hardshipCases' }]} actions={may('sheet.import') && <TemplateButton make={CLUE_TEMPLATE} />} />
      <Paper variant="outlined" sx={{ p: 2, mb: 2, display: 'grid', gap: 2 }}>
        <Typography>{translate('pages.clueSheet.hint')}</Typography>
        <SheetPicker of={one} onChoose={choose} />
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
      {sheet && <JudgedRows rows={sheet.rows} page="clueSheet" />}
    </>
  )
}

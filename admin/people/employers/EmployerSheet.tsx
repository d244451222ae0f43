import { Alert, Box, Button, Paper, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useConsole } from '../../ui/Console'
import { JobLine } from '../../ui/jobs/JobLine'
import { isUnderWay, useJob, useLookAtJobs } from '../../ui/jobs/jobs'
import { PageHead } from '../../ui/shell/PageHead'
import { TemplateButton } from '../imports/ImportList'
import { JudgedRows } from '../imports/JudgedRows'
import { SheetPicker } from '../imports/SheetPicker'
import { type JudgedRow, useSheet } from '../imports/useSheet'

/** What would become of a sheet; nothing is written. */
export const EMPLOYER_SHEET = 'query employerSheet($fileId: ID!) { sheet: employerSheet(fileId: $fileId) { id written left rows { number name verdict reason } } }'
/** Writes a sheet, or only makes the sheet of results. */
export const IMPORT_EMPLOYERS = 'mutation importEmployers($input: EmployerImportInput!) { importEmployers(input: $input) { id } }'
export const EMPLOYER_TEMPLATE = 'mutation employerTemplate { employerTemplate { id } }'

interface Employers {
  id: string
  written: number
  left: number
  rows: JudgedRow[]
}

/** Employers that come as a list: the sheet, what becomes of each row, the run, and the sheet back with what was wrong. */
export default function EmployerSheet() {
  const translate = useTranslate()
  const { provider } = useConsole()
  const look = useLookAtJobs()
  const one = useSheet<Employers>(EMPLOYER_SHEET)
  const { sheet, running } = one
  const [begun, setBegun] = useState<{ id: string; write: boolean } | null>(null)
  const job = useJob(begun?.id ?? null)
  const busy = running || (begun !== null && (!job || isUnderWay(job)))
  const written = begun?.write === true && job?.state === 'DONE'
  const choose = (file: File): void => {
    setBegun(null)
    void one.choose(file)
  }
  const run = (write: boolean): Promise<boolean> =>
    one.attempt(async () => {
      const { importEmployers } = await provider.send<{ importEmployers: { id: string } }>(IMPORT_EMPLOYERS, { input: { fileId: sheet!.id, write } })
      setBegun({ id: importEmployers.id, write })
      look()
    })
  return (
    <>
      <PageHead title={translate('pages.employerSheet.name')} crumbs={[{ label: translate('resources.employers.name', { smart_count: 2 }), to: '/employers' }]} actions={<TemplateButton make={EMPLOYER_TEMPLATE} />} />
      <Paper variant="outlined" sx={{ p: 2, mb: 2, display: 'grid', gap: 2 }}>
        <Typography>{translate('pages.employerSheet.hint')}</Typography>
        <SheetPicker of={one} onChoose={choose} />
        {sheet && !written && <Alert severity={sheet.written > 0 ? 'info' : 'warning'}>{translate('pages.employerSheet.judged', { written: sheet.written, left: sheet.left })}</Alert>}
        {sheet && !written && (
          <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
            <Button variant="contained" loading={busy} disabled={sheet.written === 0} onClick={() => void run(true)}>
              {translate('pages.employerSheet.run', { smart_count: sheet.written })}
            </Button>
            <Button variant="outlined" disabled={busy} onClick={() => void run(false)}>
              {translate('pages.employerSheet.results')}
            </Button>
          </Box>
        )}
        {job && <JobLine job={job} />}
        {written && (
          <Box>
            <Button component={RouterLink} to="/employers" variant="outlined">
              {translate('pages.employerSheet.open')}
            </Button>
          </Box>
        )}
      </Paper>
      {sheet && <JudgedRows rows={sheet.rows} page="employerSheet" />}
    </>
  )
}

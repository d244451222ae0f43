import FileDownloadIcon from '@mui/icons-material/FileDownload'
import { Button } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useConsole } from '../../ui/Console'
import { clockOf } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { useLookAtJobs } from '../../ui/jobs/jobs'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip } from '../../ui/record/StateChip'
import type { Row } from '../../data/Definition'
import { IMPORT_TEMPLATE, type VolunteerImport } from './imports'

type ImportRecord = Row & Omit<VolunteerImport, 'id' | 'version' | 'state'>

/** The sheets that were imported, the latest first. */
export default function ImportList() {
  const word = useEnumWord()
  const columns: Column<ImportRecord>[] = [
    { source: 'fileName', card: 'title', wrap: true },
    { source: 'state', card: 'chip', render: row => <StateChip of="ImportState" value={row.state} /> },
    { source: 'source', render: row => word('ImportSource', row.source) },
    { source: 'total', align: 'right' },
    { source: 'ownerName' },
    { source: 'createdAt', label: 'resources.volunteerImports.fields.at', render: row => clockOf(row.createdAt) },
  ]
  return <ListPage<ImportRecord> columns={columns} actions={<TemplateButton />} />
}

/** Makes the empty sheet of a kind; it is found among one's jobs. */
export function TemplateButton({ make: mutation = IMPORT_TEMPLATE }: { make?: string }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { provider } = useConsole()
  const look = useLookAtJobs()
  const make = async (): Promise<void> => {
    await provider.send(mutation).then(
      () => {
        look()
        notify('resources.volunteerImports.templateMade', { type: 'info' })
      },
      (error: Error) => notify(error.message, { type: 'error' }),
    )
  }
  return (
    <Button variant="outlined" startIcon={<FileDownloadIcon />} onClick={() => void make()}>
      {translate('resources.volunteerImports.template')}
    </Button>
  )
}

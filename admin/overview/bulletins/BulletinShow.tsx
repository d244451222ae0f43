import DownloadIcon from '@mui/icons-material/Download'
import PrintIcon from '@mui/icons-material/Print'
import { Alert, Button, Link } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink, useNavigate } from 'react-router-dom'
import { usePaper } from '../../ui/record/usePaper'
import { useAct, useMay } from '../../ui/Console'
import { TextInput } from '../../ui/inputs/TextInput'
import { ActionDialog } from '../../ui/record/ActionDialog'
import { ShowPage } from '../../ui/record/ShowPage'
import type { BulletinRow } from './Bulletin'
import { BulletinTable } from './BulletinTable'

/** A bulletin as it was issued: to be read, printed, taken along as a sheet. */
export default function BulletinShow() {
  const translate = useTranslate()
  return (
    <ShowPage<BulletinRow>
      title={row => translate('resources.bulletins.title', { number: row.number })}
      summary={row => [
        { label: 'month', value: row.month },
        { label: 'issuedOn', value: row.issuedOn },
        { label: 'asOf', value: row.content.asOf },
        { label: 'issuedByName', value: row.issuedByName },
        row.corrects && { label: 'corrects', value: <Other of={row.corrects} /> },
        row.reason ? { label: 'reason', value: row.reason, wide: true } : null,
        row.remark ? { label: 'remark', value: row.remark, wide: true } : null,
      ]}
      actions={row => <Buttons row={row} />}
      notice={row =>
        row.correctedBy && (
          <Alert severity="warning" sx={{ mb: 2 }}>
            {translate('resources.bulletins.notStanding')} <Other of={row.correctedBy} />
          </Alert>
        )
      }
    >
      {row => <BulletinTable content={row.content} />}
    </ShowPage>
  )
}

const Other = ({ of: { id, number } }: { of: { id: string; number: string } }) => (
  <Link component={RouterLink} to={`/bulletins/${id}/show`}>
    {number}
  </Link>
)

function Buttons({ row }: { row: BulletinRow }) {
  const translate = useTranslate()
  const may = useMay()
  const navigate = useNavigate()
  const { act } = useAct()
  const { fetchPaper, running } = usePaper()
  const [corrects, setCorrects] = useState(false)
  return (
    <>
      <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => window.print()}>
        {translate('console.print')}
      </Button>
      <Button variant="outlined" startIcon={<DownloadIcon />} loading={running} onClick={() => void fetchPaper(`/papers/bulletins/${row.id}`, `${translate('resources.bulletins.title', { number: row.number })}.xlsx`)}>
        {translate('resources.bulletins.sheet')}
      </Button>
      {may('bulletin.issue') && !row.correctedBy && <Button onClick={() => setCorrects(true)}>{translate('resources.bulletins.actions.CORRECT.name')}</Button>}
      {corrects && (
        <ActionDialog
          title="resources.bulletins.actions.CORRECT.name"
          consequence="resources.bulletins.actions.CORRECT.consequence"
          onClose={() => setCorrects(false)}
          run={async (values, clientKey) => {
            const { id } = await act('bulletins', 'correctBulletin', { id: row.id, input: { ...values, clientKey } }, 'resources.bulletins.actions.CORRECT.done')
            navigate(`/bulletins/${id}/show`)
          }}
        >
          <TextInput source="reason" rows={2} maxLength={200} validate={required()} autoFocus />
          <TextInput source="remark" rows={3} maxLength={500} />
        </ActionDialog>
      )}
    </>
  )
}

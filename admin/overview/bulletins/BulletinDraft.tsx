import { Alert, Button, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { useAct, useAsk } from '../../ui/Console'
import { addMonths, monthOf, today } from '../../ui/days'
import { TextInput } from '../../ui/inputs/TextInput'
import { ActionDialog } from '../../ui/record/ActionDialog'
import { PageHead } from '../../ui/shell/PageHead'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'
import { type BulletinContent, CONTENT } from './Bulletin'
import { BulletinTable } from './BulletinTable'

export const BULLETIN_DRAFT = `query bulletinDraft($month: String!) { bulletinDraft(month: $month) { ${CONTENT} } }`

/** Draws up the bulletin of a month: its figures as they stand now, and, once the month is over, the button that issues them. */
export default function BulletinDraft() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const now = monthOf(today())
  const month = search.get('month') ?? addMonths(now, -1)
  const [issues, setIssues] = useState(false)
  const { act } = useAct()
  const { data, error, isPending, refetch } = useAsk<{ bulletinDraft: BulletinContent }>(BULLETIN_DRAFT, { month })
  const content = data?.bulletinDraft
  const over = month < now
  return (
    <>
      <PageHead
        title={translate(over ? 'resources.bulletins.draft' : 'resources.bulletins.draftRunning', { month })}
        crumbs={[{ label: translate('console.groups.reports') }, { label: translate('resources.bulletins.name', { smart_count: 2 }), to: '/bulletins' }]}
        actions={
          <>
            <Button variant="outlined" onClick={() => window.print()}>
              {translate('console.print')}
            </Button>
            {over && (
              <Button variant="contained" disabled={!content} onClick={() => setIssues(true)}>
                {translate('resources.bulletins.actions.ISSUE.name')}
              </Button>
            )}
          </>
        }
      />
      <TextField className="no-print" type="month" label={translate('resources.bulletins.fields.month')} value={month} onChange={event => event.target.value && setSearch({ month: event.target.value }, { replace: true })} sx={{ maxWidth: { sm: 240 }, mb: 2 }} slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: now } }} />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting />}
      {content && (
        <>
          <Alert severity={over ? 'info' : 'warning'} sx={{ mb: 2 }}>
            {translate(over ? 'resources.bulletins.asItStands' : 'resources.bulletins.notOver', { day: content.asOf })}
          </Alert>
          <BulletinTable content={content} />
        </>
      )}
      {issues && (
        <ActionDialog
          title={translate('resources.bulletins.issueOf', { month })}
          consequence="resources.bulletins.actions.ISSUE.consequence"
          confirm="resources.bulletins.actions.ISSUE.name"
          onClose={() => setIssues(false)}
          run={async (values, clientKey) => {
            const { id } = await act('bulletins', 'issueBulletin', { input: { ...values, month, clientKey } }, 'resources.bulletins.actions.ISSUE.done')
            navigate(`/bulletins/${id}/show`)
          }}
        >
          <TextInput source="remark" rows={3} maxLength={500} autoFocus />
        </ActionDialog>
      )}
    </>
  )
}

import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAsk } from '../ui/Console'
import { ChoiceInput } from '../ui/inputs/FlagInput'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { Waiting } from '../ui/views/Waiting'

/** The words of one edition of the notice. */
export const NOTICE_TEXT = 'query noticeText($version: String!) { applicationNotice(version: $version) { version text fromOn } }'
/** The editions that somebody may have agreed to, the latest first. */
export const NOTICES = 'query noticeEditions { consentNotices(filter: { inForce: true }, page: { size: 100 }) { items { edition fromOn } } }'

/** The edition that somebody agreed to: it opens in its own words, whatever is shown now. */
export function NoticeLink({ edition }: { edition: string | null }) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useAsk<{ applicationNotice: { text: string; fromOn: string } }>(NOTICE_TEXT, { version: edition }, { enabled: open, staleTime: Infinity })
  if (!edition) return <>–</>
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} sx={{ ml: -0.75 }}>
        {edition}
      </Button>
      {open && (
        <Dialog open onClose={() => setOpen(false)} aria-labelledby="notice-title">
          <DialogTitle id="notice-title">{translate('resources.volunteers.notice', { edition })}</DialogTitle>
          <DialogContent>
            {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
            {!data && !error && <Waiting />}
            {data && <Typography sx={{ whiteSpace: 'pre-line' }}>{data.applicationNotice.text}</Typography>}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{translate('ra.action.close')}</Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}

/** Which edition somebody has agreed to, on paper or on the form. */
export function NoticeInput({ source }: { source: string }) {
  const translate = useTranslate()
  const { data } = useAsk<{ consentNotices: { items: { edition: string; fromOn: string }[] } }>(NOTICES)
  return <ChoiceInput source={source} choices={(data?.consentNotices.items ?? []).map(({ edition, fromOn }) => ({ value: edition, label: translate('resources.volunteers.noticeFrom', { edition, day: fromOn }) }))} />
}

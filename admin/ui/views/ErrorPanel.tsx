import { Alert, AlertTitle, Button, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { detailsOf } from '../../data/Refusal'

/** What went wrong, what to do next, and the number to name when asking for help. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const translate = useTranslate()
  const ours = !(error && typeof error === 'object' && 'body' in error)
  const { code, requestId } = ours ? { code: 'PAGE', requestId: undefined } : detailsOf(error)
  const said = error instanceof Error ? error.message : ''
  return (
    <Alert severity={code === 'NOT_FOUND' ? 'info' : 'error'} sx={{ my: 1 }}>
      <AlertTitle component="h2">{translate(`console.error.title.${code}`, { _: translate('console.error.title.other') })}</AlertTitle>
      {!ours && said && <Typography variant="body2">{translate(said, { _: said })}</Typography>}
      <Typography variant="body2">{translate(`console.error.next.${code}`, { _: translate('console.error.next.other') })}</Typography>
      {requestId && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {translate('console.error.request', { id: requestId })}
        </Typography>
      )}
      {onRetry && code !== 'FORBIDDEN' && (
        <Button color="inherit" variant="outlined" onClick={onRetry} sx={{ mt: 1 }}>
          {translate('console.error.retry')}
        </Button>
      )}
    </Alert>
  )
}

import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'

interface ShownOnceProps {
  title: string
  /** For whom it is, and what is to be done with it; in words. */
  hint: string
  secret: string
  onClose: () => void
}

/** Shows a secret once, such as a password or a key, to be written down or handed on; closing forgets it. */
export function ShownOnce({ title, hint, secret, onClose }: ShownOnceProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const copy = (): void => {
    navigator.clipboard?.writeText(secret).then(
      () => notify('resources.accounts.copied', { type: 'success' }),
      () => notify('resources.accounts.notCopied', { type: 'warning' }),
    )
  }
  return (
    <Dialog open aria-labelledby="secret-title">
      <DialogTitle id="secret-title">{translate(title)}</DialogTitle>
      <DialogContent>
        <DialogContentText>{hint}</DialogContentText>
        <Typography component="output" sx={{ display: 'block', mt: 2, p: 2, bgcolor: 'action.hover', borderRadius: 1, fontFamily: 'monospace', fontSize: '1.25rem', userSelect: 'all', overflowWrap: 'anywhere' }}>
          {secret}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={copy}>{translate('resources.accounts.copy')}</Button>
        <Button variant="contained" onClick={onClose}>
          {translate('resources.accounts.noted')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

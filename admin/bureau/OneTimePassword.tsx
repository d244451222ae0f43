import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'

/** A user name and the password for once that belongs to it. */
export interface OneTime {
  username: string
  password: string
}

/** Shows a password once, to be written down or handed on; closing forgets it. */
export function OneTimePassword({ username, password, onClose }: OneTime & { onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const copy = (): void => {
    navigator.clipboard?.writeText(password).then(
      () => notify('resources.accounts.copied', { type: 'success' }),
      () => notify('resources.accounts.notCopied', { type: 'warning' }),
    )
  }
  return (
    <Dialog open aria-labelledby="password-title">
      <DialogTitle id="password-title">{translate('resources.accounts.once')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('resources.accounts.onceHint', { username })}</DialogContentText>
        <Typography component="output" sx={{ display: 'block', mt: 2, p: 2, bgcolor: 'action.hover', borderRadius: 1, fontFamily: 'monospace', fontSize: '1.25rem', userSelect: 'all', overflowWrap: 'anywhere' }}>
          {password}
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

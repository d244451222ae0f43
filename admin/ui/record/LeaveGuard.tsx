import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect } from 'react'
import { useFormState } from 'react-hook-form'
import { useBlocker } from 'react-router-dom'
import { useConsole } from '../Console'

/**
 * Asks before an unsaved form is left: to go on filling it in, to leave with the draft kept, or to give it up. Going to sign in
 * again is never held up, because there the draft waits.
 */
export function LeaveGuard({ draft }: { draft: string }) {
  const translate = useTranslate()
  const { drafts } = useConsole()
  const { isSubmitSuccessful, dirtyFields } = useFormState()
  const unsaved = Object.keys(dirtyFields).length > 0 && !isSubmitSuccessful
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && nextLocation.pathname !== currentLocation.pathname && nextLocation.pathname !== '/login')
  useEffect(() => {
    if (blocker.state === 'blocked' && !unsaved) blocker.proceed()
  }, [blocker, unsaved])
  useEffect(() => {
    if (!unsaved) return
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [unsaved])
  if (blocker.state !== 'blocked') return null
  const giveUp = (): void => {
    void drafts.drop(draft)
    blocker.proceed()
  }
  return (
    <Dialog open onClose={() => blocker.reset()} aria-labelledby="leave-title">
      <DialogTitle id="leave-title">{translate('console.draft.leaving')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate(drafts.lasting ? 'console.draft.kept' : 'console.draft.keptHere')}</DialogContentText>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button color="error" onClick={giveUp}>
          {translate('console.draft.giveUp')}
        </Button>
        <Button onClick={() => blocker.proceed()}>{translate('console.draft.leave')}</Button>
        <Button variant="contained" autoFocus onClick={() => blocker.reset()}>
          {translate('console.draft.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

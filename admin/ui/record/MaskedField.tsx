import PhoneIcon from '@mui/icons-material/Phone'
import VisibilityIcon from '@mui/icons-material/Visibility'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, FormControlLabel, IconButton, Radio, RadioGroup, TextField, Tooltip } from '@mui/material'
import { useLogoutIfAccessDenied, useNotify, useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { codeOf } from '../../data/Refusal'
import { useConsole, useMay } from '../Console'

const REASONS = ['call', 'verify', 'report', 'other'] as const
type Reason = (typeof REASONS)[number]

/** How long a revealed value stays in sight, in milliseconds. */
const IN_SIGHT = 60_000

interface MaskedFieldProps {
  /** The type that the field is sealed in, e.g. `Person`; the record's id; the field. */
  type: string
  id: string
  field: string
  /** The mask, as the API gave it. */
  mask: string | null | undefined
  /** The permission for the eye; without it only the mask is shown. */
  may?: string
  /** A phone number: one button reveals and dials. */
  dial?: boolean
}

/** A personal value: its mask, and an eye that shows it once in exchange for a reason, which the audit trail keeps. */
export function MaskedField({ type, id, field, mask, may: needed, dial = false }: MaskedFieldProps) {
  const translate = useTranslate()
  const may = useMay()
  const notify = useNotify()
  const signOutIfNeeded = useLogoutIfAccessDenied()
  const { provider } = useConsole()
  const [asking, setAsking] = useState(false)
  const [running, setRunning] = useState(false)
  const [value, setValue] = useState<string | null>(null)

  useEffect(() => {
    if (value === null) return
    const timer = setTimeout(() => setValue(null), IN_SIGHT)
    return () => clearTimeout(timer)
  }, [value])

  const reveal = async (reason: string): Promise<string | null> => {
    setRunning(true)
    try {
      const full = await provider.reveal({ type, id, field, reason })
      setAsking(false)
      setValue(full)
      return full
    } catch (error) {
      if (codeOf(error) === 'UNAUTHENTICATED') await signOutIfNeeded(error)
      else notify((error as Error).message, { type: 'error' })
      return null
    } finally {
      setRunning(false)
    }
  }
  const call = async (): Promise<void> => {
    const number = value ?? (await reveal(translate('console.masked.reasons.call')))
    if (number) window.location.assign(`tel:${number.replace(/[^\d+]/g, '')}`)
  }
  if (!mask) return <>–</>
  const allowed = needed === undefined || may(needed)
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 0.5 }}>
      <Box component="span" aria-live="polite" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: value ? 600 : undefined }}>
        {value ?? mask}
      </Box>
      {allowed && value === null && (
        <Tooltip title={translate('console.masked.show')}>
          <IconButton size="small" onClick={() => setAsking(true)} disabled={running} aria-label={translate('console.masked.show')}>
            <VisibilityIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
      {allowed && dial && (
        <Button size="small" startIcon={<PhoneIcon />} onClick={() => void call()} disabled={running}>
          {translate('console.masked.dial')}
        </Button>
      )}
      {asking && <ReasonDialog running={running} onClose={() => setAsking(false)} onGive={reason => void reveal(reason)} />}
    </Box>
  )
}

interface ReasonDialogProps {
  running: boolean
  onGive: (reason: string) => void
  onClose: () => void
}

function ReasonDialog({ running, onGive, onClose }: ReasonDialogProps) {
  const translate = useTranslate()
  const [reason, setReason] = useState<Reason>('call')
  const [words, setWords] = useState('')
  const given = reason === 'other' ? words.trim() : translate(`console.masked.reasons.${reason}`)
  return (
    <Dialog open onClose={onClose} maxWidth="xs" aria-labelledby="reason-title">
      <DialogTitle id="reason-title">{translate('console.masked.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('console.masked.consequence')}</DialogContentText>
        <RadioGroup aria-labelledby="reason-title" value={reason} onChange={(_, chosen) => setReason(chosen as Reason)} sx={{ mt: 1 }}>
          {REASONS.map(one => (
            <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`console.masked.reasons.${one}`)} />
          ))}
        </RadioGroup>
        {reason === 'other' && (
          <TextField autoFocus required label={translate('console.masked.words')} value={words} onChange={event => setWords(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} sx={{ mt: 1 }} />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" onClick={() => onGive(given)} disabled={given === ''} loading={running}>
          {translate('console.masked.show')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

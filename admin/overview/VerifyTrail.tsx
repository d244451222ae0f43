import VerifiedIcon from '@mui/icons-material/Verified'
import { Alert, Box, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useConsole } from '../ui/Console'
import { ErrorPanel } from '../ui/views/ErrorPanel'

export const VERIFY = 'query verifyAuditTrail { verifyAuditTrail { ok checked firstBroken anchored } }'

/** Whether the trail is as it was written. */
export interface Verdict {
  ok: boolean
  checked: number
  firstBroken: string | null
  anchored: boolean
}

/** What a verdict means: whole to its end, whole as far as the tables can tell, broken from a line on, or compared with an anchor that is not ours. */
export function meaningOf({ ok, firstBroken, anchored }: Verdict): { words: 'whole' | 'unanchored' | 'broken' | 'forged'; severity: 'success' | 'warning' | 'error' } {
  if (ok) return anchored ? { words: 'whole', severity: 'success' } : { words: 'unanchored', severity: 'warning' }
  return { words: firstBroken === null ? 'forged' : 'broken', severity: 'error' }
}

/** Reads the whole trail again and says in words whether it is whole. */
export function VerifyTrail() {
  const translate = useTranslate()
  const { provider } = useConsole()
  const [running, setRunning] = useState(false)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [error, setError] = useState<unknown>(null)
  const verify = async (): Promise<void> => {
    setRunning(true)
    setError(null)
    setVerdict(null)
    try {
      const answer = await provider.ask<{ verifyAuditTrail: Verdict }>(VERIFY)
      setVerdict(answer.verifyAuditTrail)
    } catch (refused) {
      setError(refused)
    } finally {
      setRunning(false)
    }
  }
  const meaning = verdict && meaningOf(verdict)
  return (
    <Box sx={{ mb: 2, display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button variant="outlined" startIcon={<VerifiedIcon />} loading={running} loadingPosition="start" onClick={() => void verify()}>
        {translate(`resources.auditTrail.verify.${running ? 'running' : 'name'}`)}
      </Button>
      {verdict && meaning && (
        <Alert severity={meaning.severity} role="status" sx={{ maxWidth: 720 }}>
          {translate(`resources.auditTrail.verify.${meaning.words}`, { checked: verdict.checked, first: verdict.firstBroken ?? '' })}
        </Alert>
      )}
      {error !== null && <ErrorPanel error={error} />}
    </Box>
  )
}

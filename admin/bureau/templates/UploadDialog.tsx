import AttachFileIcon from '@mui/icons-material/AttachFile'
import { Box, Button, Typography } from '@mui/material'
import { HttpError, useLocale, useNotify, useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import { sendFile } from '../../data/files'
import { useEnumWord } from '../../ui/enums'
import { TextInput } from '../../ui/inputs/TextInput'
import { ActionDialog } from '../../ui/record/ActionDialog'
import type { PaperKind } from './templates'

interface UploadDialogProps {
  kind: PaperKind
  onClose: () => void
  onDone: () => void
}

/** Sends a template that was edited in Word; what is wrong with it is said here, and it is chosen again. */
export function UploadDialog({ kind, onClose, onDone }: UploadDialogProps) {
  const translate = useTranslate()
  const say = (key: string, options?: object): string => translate(`resources.paperTemplates.${key}`, options)
  const locale = useLocale()
  const notify = useNotify()
  const word = useEnumWord()
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const send = async (note: unknown): Promise<void> => {
    if (!file) throw new HttpError('resources.paperTemplates.noFile', 422, { code: 'INVALID' })
    // Read before it is sent: a file that Word saved anew since it was chosen is read as it is now, or said to be gone.
    const bytes = await file.arrayBuffer().catch(() => Promise.reject(new HttpError('resources.paperTemplates.changed', 422, { code: 'INVALID' })))
    const headers = { 'x-file-name': file.name, 'x-note': typeof note === 'string' ? note : '' }
    const { number, losses } = await sendFile<{ number: number; losses: string[] }>(`/templates/${kind.code}`, new Blob([bytes]), { locale, type: 'application/octet-stream', headers })
    const things = losses.map(one => word('PaperLoss', one)).join(translate('console.comma'))
    notify(losses.length > 0 ? 'resources.paperTemplates.keptWith' : 'resources.paperTemplates.kept', { type: losses.length > 0 ? 'warning' : 'success', autoHideDuration: losses.length > 0 ? null : undefined, messageArgs: { number, things } })
    onDone()
  }
  return (
    <ActionDialog title="resources.paperTemplates.upload" consequence="resources.paperTemplates.uploadConsequence" confirm="resources.paperTemplates.send" onClose={onClose} run={({ note }) => send(note)}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button variant="outlined" startIcon={<AttachFileIcon />} onClick={() => picker.current?.click()}>
          {say('choose')}
        </Button>
        <input ref={picker} type="file" accept=".docx" hidden onChange={event => setFile(event.target.files?.[0] ?? null)} />
        <Typography role="status" sx={{ overflowWrap: 'anywhere' }}>
          {file?.name ?? say('noFile')}
        </Typography>
      </Box>
      <TextInput source="note" maxLength={200} helperText={say('noteHint')} />
    </ActionDialog>
  )
}

import DownloadIcon from '@mui/icons-material/Download'
import UploadFileIcon from '@mui/icons-material/UploadFile'
import { Box, Button, Paper, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAct, useMay } from '../../ui/Console'
import { ActionDialog } from '../../ui/record/ActionDialog'
import { ToneChip } from '../../ui/record/StateChip'
import { usePaper } from '../../ui/record/usePaper'
import { FieldList } from './FieldList'
import { type PaperKind, templateAddress } from './templates'
import { UploadDialog } from './UploadDialog'
import { VersionList } from './VersionList'

interface KindSectionProps {
  kind: PaperKind
  onChange: () => void
}

/** One kind of paper: its template to be had, a new one to be sent, what it may ask for, and its versions. */
export function KindSection({ kind, onChange }: KindSectionProps) {
  const translate = useTranslate()
  const say = (key: string, options?: object): string => translate(`resources.paperTemplates.${key}`, options)
  const title = useLocale() === 'en' ? kind.en : kind.zh
  const may = useMay()
  const { act } = useAct()
  const { fetchPaper, running } = usePaper()
  const [uploads, setUploads] = useState(false)
  const [showsFields, setShowsFields] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  const versionName = (number: number): string => (number === 0 ? say('builtIn') : say('version', { number }))
  return (
    <Paper component="section" variant="outlined" aria-labelledby={`kind-${kind.code}`} sx={{ p: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography id={`kind-${kind.code}`} variant="h2" sx={{ fontSize: '1.125rem' }}>
          {title}
        </Typography>
        <ToneChip label={say('inUse', { version: versionName(kind.number) })} tone={kind.number === 0 ? 'quiet' : 'good'} />
      </Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button variant="outlined" startIcon={<DownloadIcon />} loading={running} onClick={() => void fetchPaper(templateAddress(kind.code, kind.number), `${title}.docx`)}>
          {say('download')}
        </Button>
        {may('template.write') && (
          <Button variant="outlined" startIcon={<UploadFileIcon />} onClick={() => setUploads(true)}>
            {say('upload')}
          </Button>
        )}
        <Button aria-expanded={showsFields} onClick={() => setShowsFields(!showsFields)}>
          {say('fieldList', { count: kind.fields.length })}
        </Button>
      </Box>
      {showsFields && <FieldList fields={kind.fields} />}
      <VersionList kind={kind} title={title} onChoose={may('template.write') ? setChosen : undefined} />
      {uploads && <UploadDialog kind={kind} onClose={() => setUploads(false)} onDone={onChange} />}
      {chosen !== null && (
        <ActionDialog
          title={say('actions.CHOOSE.title', { version: versionName(chosen) })}
          consequence="resources.paperTemplates.actions.CHOOSE.consequence"
          confirm="resources.paperTemplates.actions.CHOOSE.name"
          onClose={() => setChosen(null)}
          run={async () => {
            await act('paperTemplates', 'chooseTemplate(kind: String!, version: Int!, number: Int!)', { kind: kind.code, version: kind.version, number: chosen }, 'resources.paperTemplates.actions.CHOOSE.done')
            onChange()
          }}
        />
      )}
    </Paper>
  )
}

import { Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { clockOf } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { ToneChip } from '../../ui/record/StateChip'
import { usePaper } from '../../ui/record/usePaper'
import { type PaperKind, templateAddress, type TemplateVersion } from './templates'

interface VersionListProps {
  kind: PaperKind
  title: string
  /** For whoever may take another version into use. */
  onChoose?: (number: number) => void
}

/** Every wording that there was, the latest first, down to what the product came with. */
export function VersionList({ kind, title, onChoose }: VersionListProps) {
  const translate = useTranslate()
  const say = (key: string, options?: object): string => translate(`resources.paperTemplates.${key}`, options)
  const word = useEnumWord()
  const { fetchPaper, running } = usePaper()
  const about = ({ uploadedByName, createdAt, fileName }: TemplateVersion): string => [uploadedByName, clockOf(createdAt), fileName].join(' · ')
  const rows: { number: number; uploaded?: TemplateVersion }[] = [...kind.versions.map(uploaded => ({ number: uploaded.number, uploaded })), { number: 0 }]
  return (
    <Box component="ul" aria-label={say('fields.versions')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map(({ number, uploaded }) => {
        const name = number === 0 ? say('builtIn') : say('version', { number })
        return (
          <Box key={number} component="li" sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', py: 1, borderTop: 1, borderColor: 'divider' }}>
            <Box sx={{ mr: 'auto', minWidth: 0, flexBasis: { xs: '100%', md: 'auto' }, overflowWrap: 'anywhere' }}>
              <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
                <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
                {number === kind.number && <ToneChip label={say('used')} tone="good" />}
              </Box>
              <Typography variant="body2" color="text.secondary">
                {uploaded ? about(uploaded) : say('builtInHint')}
              </Typography>
              {uploaded?.note && <Typography variant="body2">{uploaded.note}</Typography>}
              {uploaded && uploaded.losses.length > 0 && (
                <Typography variant="body2" color="warning.main">
                  {say('losses', { things: uploaded.losses.map(one => word('PaperLoss', one)).join(translate('console.comma')) })}
                </Typography>
              )}
            </Box>
            <Button size="small" disabled={running} aria-label={`${say('preview')} ${name}`} onClick={() => void fetchPaper(templateAddress(kind.code, number, 'pdf'), `${title}.pdf`)}>
              {say('preview')}
            </Button>
            {number !== kind.number && (
              <Button size="small" disabled={running} aria-label={`${say('get')} ${name}`} onClick={() => void fetchPaper(templateAddress(kind.code, number), `${title} ${number}.docx`)}>
                {say('get')}
              </Button>
            )}
            {onChoose && number !== kind.number && (
              <Button size="small" variant="outlined" aria-label={`${say('actions.CHOOSE.name')} ${name}`} onClick={() => onChoose(number)}>
                {say('actions.CHOOSE.name')}
              </Button>
            )}
          </Box>
        )
      })}
    </Box>
  )
}

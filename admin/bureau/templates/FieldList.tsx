import { Box, Typography } from '@mui/material'
import { useLocale, useTranslate } from 'ra-core'
import { ToneChip } from '../../ui/record/StateChip'
import type { PaperField } from './templates'

/** What a template may ask for: what to write in the braces, what it means, and what stands there in a preview. */
export function FieldList({ fields, inside }: { fields: readonly PaperField[]; inside?: string }) {
  const translate = useTranslate()
  const english = useLocale() === 'en'
  const tagOf = ({ label, fields: parts = [] }: PaperField): string => (parts.length > 0 ? `{#${label}} … {/${label}}` : `{${label}}`)
  return (
    <Box component="ul" aria-label={inside ?? translate('resources.paperTemplates.fields.fields')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
      {fields.map(field => (
        <Box key={field.name} component="li" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography component="code" sx={{ fontFamily: 'monospace', userSelect: 'all' }}>
              {tagOf(field)}
            </Typography>
            {field.must && <ToneChip label={translate('resources.paperTemplates.must')} tone="warning" />}
          </Box>
          <Typography variant="body2" color="text.secondary">
            {[english && field.en, field.sample && translate('resources.paperTemplates.sample', { sample: field.sample })].filter(Boolean).join(' · ')}
          </Typography>
          {field.fields && field.fields.length > 0 && (
            <Box sx={{ pl: 2, pt: 1 }}>
              <FieldList fields={field.fields} inside={field.label} />
            </Box>
          )}
        </Box>
      ))}
    </Box>
  )
}

import { Box, Paper, Typography } from '@mui/material'
import { useResourceContext, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'

/** One thing known of a record: a label's key under the resource's fields (or any key, or plain words) and its value. */
export interface Fact {
  label: string
  value: ReactNode
  /** Takes a whole line. */
  wide?: boolean
}

/** Facts as pairs of label and value, in as many columns as there is room for. What is empty shows a dash. */
export function Facts({ items }: { items: readonly (Fact | null | false | undefined)[] }) {
  const translate = useTranslate()
  const resource = useResourceContext()
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fill, minmax(220px, 1fr))' }, gap: 2, rowGap: 1.5 }}>
      {items.map(
        item =>
          item && (
            <Box key={item.label} sx={{ gridColumn: item.wide ? '1 / -1' : undefined, minWidth: 0 }}>
              <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                {translate(`resources.${resource}.fields.${item.label}`, { _: translate(item.label, { _: item.label }) })}
              </Box>
              <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-line' }}>
                {item.value === null || item.value === undefined || item.value === '' ? '–' : item.value}
              </Box>
            </Box>
          ),
      )}
    </Box>
  )
}

interface SectionProps {
  title: string
  /** At the right of the title: a link, a button. */
  action?: ReactNode
  children: ReactNode
}

/** A part of a record's page under a heading. */
export function Section({ title, action, children }: SectionProps) {
  const translate = useTranslate()
  return (
    <Paper component="section" variant="outlined" sx={{ p: { xs: 1.5, sm: 2.5 }, mb: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1.5, gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="h2" sx={{ mr: 'auto' }}>
          {translate(title, { _: title })}
        </Typography>
        {action}
      </Box>
      {children}
    </Paper>
  )
}

import { Box, GlobalStyles, Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Facts } from '../../ui/record/Facts'
import { type BulletinContent, type BulletinLine, type Figure, FIGURES, figureOf, groups } from './Bulletin'

/** Whose figures a line holds. */
function useLineName(): (line: BulletinLine) => string {
  const translate = useTranslate()
  return ({ regionCode, regionName }) => (regionCode === null ? translate('resources.bulletins.total') : regionCode.endsWith('000000') ? translate('resources.bulletins.own', { name: regionName }) : (regionName ?? regionCode))
}

type FigureLabel = (figure: Figure) => string

/** What the figures are called. What is overdue is told of the month's end, but in a month that runs, and in earlier bulletins, of the day of the figures. */
function useFigureLabel({ month, asOf, total }: BulletinContent): FigureLabel {
  const translate = useTranslate()
  const ofTheDay = asOf.startsWith(month) || total.eldersDue === null
  return figure => translate(`resources.bulletins.fields.${figure === 'overdue' && ofTheDay ? 'overdueNow' : figure}`)
}

/** The figures of a month: a table on a desk and on paper (A4, lying), a card for each township on a phone. */
export function BulletinTable({ content }: { content: BulletinContent }) {
  const lines = [...content.rows, content.total]
  const label = useFigureLabel(content)
  return (
    <>
      <GlobalStyles styles={{ '@page': { size: 'A4 landscape', margin: '10mm' } }} />
      <Box sx={{ display: { xs: 'none', md: 'block' }, '@media print': { display: 'block' } }}>
        <Wide lines={lines} label={label} />
      </Box>
      <Box sx={{ display: { xs: 'grid', md: 'none' }, gap: 1.5, '@media print': { display: 'none' } }}>
        {lines.map(line => (
          <Card key={line.regionCode ?? ''} line={line} label={label} />
        ))}
      </Box>
    </>
  )
}

function Wide({ lines, label }: { lines: readonly BulletinLine[]; label: FigureLabel }) {
  const translate = useTranslate()
  const nameOf = useLineName()
  const say = (key: string): string => translate(`resources.bulletins.fields.${key}`)
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={translate('resources.bulletins.name', { smart_count: 1 })} sx={{ '@media print': { border: 0, overflow: 'visible' } }}>
      <Table
        size="small"
        sx={{
          '& td, & th': { px: 0.5, py: 0.75, fontVariantNumeric: 'tabular-nums' },
          '& td': { whiteSpace: 'nowrap' },
          '& thead th': { lineHeight: 1.25, fontSize: '0.75rem', overflowWrap: 'normal' },
          '& .first': { borderLeft: 1, borderLeftColor: 'divider' },
          '@media print': { '& td, & th': { fontSize: '8pt !important', px: '2pt', py: '2.5pt', border: '0.5pt solid #888', color: '#000' }, '& thead': { display: 'table-header-group' }, '& tr': { breakInside: 'avoid' } },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell rowSpan={2}>{say('rank')}</TableCell>
            <TableCell rowSpan={2}>{say('township')}</TableCell>
            {groups.map(group => (
              <TableCell key={group} className="first" align="center" colSpan={FIGURES[group].length}>
                {translate(`resources.bulletins.groups.${group}`)}
              </TableCell>
            ))}
          </TableRow>
          <TableRow>
            {groups.flatMap(group =>
              FIGURES[group].map((figure, n) => (
                <TableCell key={figure} className={n === 0 ? 'first' : undefined} align="right">
                  {label(figure)}
                </TableCell>
              )),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(line => (
            <TableRow key={line.regionCode ?? ''} hover sx={line.regionCode === null ? { '& td, & th': { fontWeight: 600 } } : undefined}>
              <TableCell align="center">{line.rank ?? ''}</TableCell>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {nameOf(line)}
              </TableCell>
              {groups.flatMap(group =>
                FIGURES[group].map((figure, n) => (
                  <TableCell key={figure} className={n === 0 ? 'first' : undefined} align="right">
                    {figureOf(line, figure)}
                  </TableCell>
                )),
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function Card({ line, label }: { line: BulletinLine; label: FigureLabel }) {
  const translate = useTranslate()
  const nameOf = useLineName()
  return (
    <Paper variant="outlined" sx={{ p: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, mb: 1, alignItems: 'baseline' }}>
        <Typography variant="h3" sx={{ mr: 'auto' }}>
          {nameOf(line)}
        </Typography>
        <Typography sx={{ fontWeight: 600 }}>{[line.rank && translate('resources.bulletins.placed', { rank: line.rank }), figureOf(line, 'share')].filter(Boolean).join(' · ')}</Typography>
      </Box>
      <Facts
        items={groups.map(group => ({
          label: `resources.bulletins.groups.${group}`,
          wide: true,
          value: FIGURES[group].map(figure => `${label(figure)}\u00a0${figureOf(line, figure)}`).join(' · '),
        }))}
      />
    </Paper>
  )
}

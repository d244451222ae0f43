import { Box, Button, Link, Paper, Skeleton, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { lazy, Suspense, useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'

/** A line of numbers over the categories. */
export interface Series {
  name: string
  values: readonly number[]
}

/** What a chart shows. */
export interface ChartProps {
  title: string
  kind: 'bar' | 'line' | 'stacked'
  /** The names along the axis, and where each leads when it is chosen. */
  categories: readonly { name: string; to?: string }[]
  series: readonly Series[]
  /** The unit of the values, in words. */
  unit?: string
  height?: number
}

const Drawing = lazy(() => import('./ChartDrawing'))

/** A chart with its table: the drawing loads when it is first seen, the table says the same in words and leads on. */
export function Chart(props: ChartProps) {
  const { title, height = 280 } = props
  const translate = useTranslate()
  const [asTable, setAsTable] = useState(false)
  return (
    <Paper component="figure" variant="outlined" sx={{ m: 0, mb: 2, p: { xs: 1.5, sm: 2 } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
        <Typography component="figcaption" variant="h2" sx={{ mr: 'auto' }}>
          {title}
        </Typography>
        <Button size="small" onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
          {translate(asTable ? 'console.chart.drawing' : 'console.chart.table')}
        </Button>
      </Box>
      {asTable ? (
        <ChartTable {...props} />
      ) : (
        <Suspense fallback={<Skeleton variant="rounded" height={height} />}>
          <Drawing {...props} height={height} />
        </Suspense>
      )}
    </Paper>
  )
}

function ChartTable({ title, categories, series, unit }: ChartProps) {
  return (
    <TableContainer tabIndex={0} role="region" aria-label={title}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell />
            {series.map(({ name }) => (
              <TableCell key={name} align="right">
                {unit ? `${name} (${unit})` : name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {categories.map(({ name, to }, index) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row">
                {to ? (
                  <Link component={RouterLink} to={to}>
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </TableCell>
              {series.map(one => (
                <TableCell key={one.name} align="right">
                  {one.values[index] ?? '–'}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

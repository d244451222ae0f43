import { Box, Link, Paper, Skeleton, Typography, useMediaQuery, useTheme } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { useConsole } from '../Console'
import { type Tone, toneOf } from '../theme'
import { ErrorPanel } from './ErrorPanel'
import { LinkCard } from './LinkCard'
import { listAddress } from './StatCard'

/** A column of a board: what its rows have in common, and the filter that finds them. */
export interface BoardColumn {
  key: string
  label: string
  tone?: Tone
  filter: Record<string, unknown>
}

interface BoardProps<T extends Row> {
  /** The resource whose records are the cards. */
  of: string
  title: string
  columns: readonly BoardColumn[]
  /** Asked of every column. */
  filter: Record<string, unknown>
  sort: { field: string; order: 'ASC' | 'DESC' }
  /** What a card says; the card itself leads to the record. */
  card: (row: T) => ReactNode
}

/** So many cards stand in a column; the list behind its head has them all. */
const FIT = 20
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

/** Records in columns side by side, which scroll within themselves and are walked with the arrow keys; on a phone, one column under another and the empty ones left out. */
export function Board<T extends Row>({ title, columns, ...rest }: BoardProps<T>) {
  const theme = useTheme()
  const wide = useMediaQuery(theme.breakpoints.up('md'))
  return (
    <Box
      role="region"
      aria-label={title}
      onKeyDown={walk}
      sx={wide ? { display: 'flex', gap: 1.5, overflowX: 'auto', pb: 1.5, alignItems: 'flex-start' } : { display: 'grid', gap: 1.5 }}
    >
      {columns.map(column => (
        <Column<T> key={column.key} column={column} wide={wide} {...rest} />
      ))}
    </Box>
  )
}

/** Moves the focus from card to card: up and down in a column, left and right to the column beside that has one. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = ARROWS[event.key]
  const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
  if (!step || !card) return
  event.preventDefault()
  const columns = [...event.currentTarget.querySelectorAll('[data-column]')].map(column => [...column.querySelectorAll<HTMLElement>('[data-card]')]).filter(cards => cards.length > 0)
  const at = columns.findIndex(cards => cards.includes(card))
  const cards = columns[at + step[0]] ?? columns[at]!
  const row = columns[at]!.indexOf(card) + step[1]
  cards[Math.max(0, Math.min(row, cards.length - 1))]!.focus()
}

type ColumnProps<T extends Row> = Omit<BoardProps<T>, 'title' | 'columns'> & { column: BoardColumn; wide: boolean }

function Column<T extends Row>({ of, column, filter, sort, card, wide }: ColumnProps<T>) {
  const translate = useTranslate()
  const id = useId()
  const { provider } = useConsole()
  const asked = { ...filter, ...column.filter }
  const { data, error, refetch } = useQuery({ queryKey: ['board', of, asked, sort], queryFn: () => provider.getList<T>(of, { filter: asked, sort, pagination: { page: 1, perPage: FIT } }) })
  const total = data?.total ?? 0
  if (!wide && data && total === 0) return null
  return (
    <Paper component="section" data-column variant="outlined" aria-labelledby={id} sx={wide ? { width: data && total === 0 ? 116 : 252, flexShrink: 0, maxHeight: 'max(360px, calc(100vh - 300px))', display: 'flex', flexDirection: 'column' } : {}}>
      <ColumnHead id={id} column={column} total={data && total} to={listAddress(of, asked, sort)} />
      <Box component="ul" tabIndex={wide && total > 0 ? 0 : undefined} aria-labelledby={id} sx={{ listStyle: 'none', m: 0, p: 1, pt: 0, display: 'grid', gap: 1, overflowY: wide ? 'auto' : undefined }}>
        {error && (
          <li>
            <ErrorPanel error={error} onRetry={() => void refetch()} />
          </li>
        )}
        {!data && !error && <Skeleton component="li" variant="rounded" height={72} />}
        {data?.data.map(row => (
          <LinkCard key={row.id} to={`/${of}/${row.id}/show`}>
            {card(row)}
          </LinkCard>
        ))}
        {total > FIT && (
          <li>
            <Link component={RouterLink} to={listAddress(of, asked, sort)} sx={{ display: 'flex', alignItems: 'center', minHeight: 44, px: 1 }}>
              {translate('console.calendar.more', { smart_count: total - FIT })}
            </Link>
          </li>
        )}
      </Box>
    </Paper>
  )
}

/** The column's word in its tone, and how many it holds, which opens the list of them. */
function ColumnHead({ id, column: { label, tone = 'quiet' }, total, to }: { id: string; column: BoardColumn; total: number | undefined; to: string }) {
  return (
    <Box sx={theme => ({ display: 'flex', alignItems: 'center', gap: 1, px: 1, py: 0.5, mb: 1, minHeight: 44, borderRadius: '7px 7px 0 0', bgcolor: toneOf(theme, tone).background, color: toneOf(theme, tone).text })}>
      <Typography component="h2" id={id} sx={{ fontWeight: 600, fontSize: '0.9375rem', mr: 'auto' }}>
        {label}
      </Typography>
      {total !== undefined && total > 0 ? (
        <Link component={RouterLink} to={to} color="inherit" aria-label={`${label} ${total}`} sx={{ minWidth: 32, minHeight: 32, display: 'inline-flex', alignItems: 'center', justifyContent: 'center' }}>
          {total}
        </Link>
      ) : (
        total
      )}
    </Box>
  )
}

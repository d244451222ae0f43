import { Box, Typography } from '@mui/material'
import { useEnumWord } from '../../ui/enums'
import { CardLine } from '../../ui/views/CardLine'
import type { PostRow } from './Post'
import { PostStateChip, PostWarnings } from './postChips'

/** A post in a few lines: what it is, whose, where, what needs looking at; its state where the place does not say it. */
export function PostCard({ row, state = false }: { row: PostRow; state?: boolean }) {
  const word = useEnumWord()
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {row.title}
        </Typography>
        {state && <PostStateChip state={row.state} />}
        <PostWarnings row={row} />
      </Box>
      <CardLine parts={[row.employer?.name]} />
      <CardLine parts={[word('PostPlaceKind', row.placeKind), row.region?.name, row.plaqueNo ?? row.number]} />
    </>
  )
}

import StarIcon from '@mui/icons-material/Star'
import { Box } from '@mui/material'
import { useEnumWord } from '../../ui/enums'

/** How many stars a volunteer's hours are worth, as stars and in words. */
export function Stars({ count }: { count: number }) {
  const word = useEnumWord()
  if (count === 0) return <>–</>
  return (
    <Box component="span" role="img" aria-label={word('Stars', String(count))} sx={{ display: 'inline-flex', color: 'warning.main', verticalAlign: 'middle' }}>
      {Array.from({ length: count }, (_, n) => (
        <StarIcon key={n} fontSize="small" />
      ))}
    </Box>
  )
}

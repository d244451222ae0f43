import { Box } from '@mui/material'

/** The product's mark: a star held by two hands, drawn here so that nothing is fetched. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <Box component="svg" viewBox="0 0 32 32" aria-hidden sx={{ width: size, height: size, flexShrink: 0 }}>
      <rect width="32" height="32" rx="8" fill="#1b5e47" />
      <path d="M16 5.5l2.3 4.9 5.3.7-3.9 3.7 1 5.3-4.7-2.6-4.7 2.6 1-5.3-3.9-3.7 5.3-.7z" fill="#ffd66b" />
      <path d="M5.5 20.5c2.2 4.6 6 7 10.5 7s8.3-2.4 10.5-7" fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" />
    </Box>
  )
}

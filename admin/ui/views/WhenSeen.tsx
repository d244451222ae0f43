import { Box } from '@mui/material'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Boundary } from './Boundary'

/** How far below the screen a place is taken for seen, so that it is filled before one gets there. */
const NEAR = '0px 0px 300px'

/** Keeps a place of about the given height, and fills it once it comes near the screen: what nobody scrolls to costs nothing, and what fails there leaves the rest of the page. Until then it is marked `data-unseen`. */
export function WhenSeen({ height, children }: { height: number; children: ReactNode }) {
  const place = useRef<HTMLElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const watch = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && setSeen(true), { rootMargin: NEAR })
    if (place.current) watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return seen ? <Boundary>{children}</Boundary> : <Box ref={place} data-unseen sx={{ minHeight: height }} />
}

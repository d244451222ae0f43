import { Box, Breadcrumbs, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link as RouterLink, useLocation } from 'react-router-dom'

/** A step of the way to this page. */
export interface Crumb {
  label: string
  to?: string
}

interface PageHeadProps {
  title: string
  crumbs?: Crumb[]
  /** Beside the title: a state, a flag. */
  beside?: ReactNode
  /** Buttons at the right. */
  actions?: ReactNode
}

/** The head of every page: the way here, the title as `h1` (which takes the focus on arriving, for screen readers), the buttons. */
export function PageHead({ title, crumbs = [], beside, actions }: PageHeadProps) {
  const translate = useTranslate()
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    document.title = `${title} · ${translate('console.name')}`
  }, [title, translate])
  useEffect(() => {
    if (arrived.by !== null && arrived.by !== pathname) heading.current?.focus({ preventScroll: true })
    arrived.by = pathname
  }, [pathname])
  return (
    <Box sx={{ mb: 2 }}>
      {crumbs.length > 0 && (
        <Breadcrumbs aria-label={translate('console.crumbs')} sx={{ fontSize: '0.8125rem', mb: 0.5 }}>
          {crumbs.map(({ label, to }) =>
            to ? (
              <Link key={label} component={RouterLink} to={to} color="text.secondary" underline="hover" sx={{ display: 'inline-flex', alignItems: 'center', minHeight: { xs: 44, sm: 24 } }}>
                {label}
              </Link>
            ) : (
              <Typography key={label} color="text.secondary" sx={{ fontSize: 'inherit' }}>
                {label}
              </Typography>
            ),
          )}
        </Breadcrumbs>
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5, rowGap: 1 }}>
        <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outline: 'none', mr: 'auto', display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5 }}>
          {title}
          {beside}
        </Typography>
        {actions && (
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {actions}
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** The page on which one last arrived; the first of a visit keeps the browser's own focus. */
const arrived: { by: string | null } = { by: null }

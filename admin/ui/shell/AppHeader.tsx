import MenuIcon from '@mui/icons-material/Menu'
import SearchIcon from '@mui/icons-material/Search'
import { AppBar, Box, Button, IconButton, LinearProgress, Link, Toolbar } from '@mui/material'
import { useLoading, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { JobsMenu } from '../jobs/JobsMenu'
import { LooksMenu } from './LooksMenu'
import { Mark } from './Mark'
import { UserMenu } from './UserMenu'

interface AppHeaderProps {
  menuOpen: boolean
  onMenu: () => void
  onPalette: () => void
}

/** The bar above everything: menu, name, search over everything, looks and language, the person signed in. */
export function AppHeader({ menuOpen, onMenu, onPalette }: AppHeaderProps) {
  const translate = useTranslate()
  const loading = useLoading()
  return (
    <AppBar position="sticky" color="inherit" elevation={0} component="header" sx={{ borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
      <Toolbar disableGutters sx={{ px: { xs: 0.5, sm: 1.5 }, gap: { xs: 0, sm: 0.5 }, minHeight: '56px !important' }}>
        <IconButton onClick={onMenu} aria-label={translate(menuOpen ? 'ra.action.close_menu' : 'ra.action.open_menu')} aria-expanded={menuOpen}>
          <MenuIcon />
        </IconButton>
        <Link
          component={RouterLink}
          to="/"
          underline="none"
          color="text.primary"
          sx={{ display: 'flex', alignItems: 'center', gap: 1, fontWeight: 600, mr: 'auto', minHeight: 44, fontSize: '1.0625rem', whiteSpace: 'nowrap' }}
        >
          <Mark />
          {translate('console.name')}
        </Link>
        <Button
          onClick={onPalette}
          startIcon={<SearchIcon />}
          variant="outlined"
          color="inherit"
          sx={{ display: { xs: 'none', md: 'inline-flex' }, borderColor: 'divider', color: 'text.secondary', minWidth: 240, justifyContent: 'flex-start', mr: 1 }}
        >
          {translate('console.palette.open')}
          <Box component="kbd" sx={{ ml: 'auto', pl: 2, font: 'inherit', fontSize: '0.75rem' }}>
            Ctrl K
          </Box>
        </Button>
        <IconButton onClick={onPalette} aria-label={translate('console.palette.open')} sx={{ display: { md: 'none' } }}>
          <SearchIcon />
        </IconButton>
        <JobsMenu />
        <LooksMenu />
        <UserMenu />
      </Toolbar>
      {loading && <LinearProgress aria-label={translate('ra.page.loading')} sx={{ position: 'absolute', left: 0, right: 0, bottom: -1, height: 2 }} />}
    </AppBar>
  )
}

import { Box, Drawer, useMediaQuery, useTheme } from '@mui/material'
import { useStore, useTranslate } from 'ra-core'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { useMe } from '../Console'
import { Boundary } from '../views/Boundary'
import { InSteps } from '../views/InSteps'
import { Waiting } from '../views/Waiting'
import { AppHeader } from './AppHeader'
import { AppMenu } from './AppMenu'
import { ChangePassword } from './ChangePassword'
import { CommandPalette } from './CommandPalette'
import { DemoBanner } from './DemoBanner'
import { SecondFactor } from './SecondFactor'
import { useShortcut } from './useShortcut'

const MENU_WIDTH = 232

/** The shell around every page: skip link, header, menu, banner, and the page with its own error boundary. */
export function AppLayout({ children }: { children: ReactNode }) {
  return (
    <InSteps before={<Waiting />}>
      <Shell>{children}</Shell>
    </InSteps>
  )
}

function Shell({ children }: { children: ReactNode }) {
  const theme = useTheme()
  const translate = useTranslate()
  const wide = useMediaQuery(theme.breakpoints.up('md'))
  const [menuKept, setMenuKept] = useStore<boolean>('shell.menu', true)
  const [drawer, setDrawer] = useState(false)
  const [palette, setPalette] = useState(false)
  const { pathname } = useLocation()
  const me = useMe()
  useShortcut('ctrl+k', () => setPalette(true))
  useShortcut('/', focusSearch)
  useEffect(() => setDrawer(false), [pathname])

  if (me?.mustChangePassword) return <ChangePassword forced />
  if (me?.mustEnrolTotp) return <SecondFactor forced />
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <SkipLink />
      <AppHeader menuOpen={wide ? menuKept : drawer} onMenu={() => (wide ? setMenuKept(!menuKept) : setDrawer(!drawer))} onPalette={() => setPalette(true)} />
      <DemoBanner />
      <Box sx={{ display: 'flex', flex: 1, minWidth: 0 }}>
        {wide && menuKept && (
          <Box sx={{ width: MENU_WIDTH, flexShrink: 0, borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper' }} className="no-print">
            <Box sx={{ position: 'sticky', top: 56, maxHeight: 'calc(100vh - 56px)', overflowY: 'auto' }}>
              <AppMenu />
            </Box>
          </Box>
        )}
        {!wide && (
          <Drawer open={drawer} onClose={() => setDrawer(false)} slotProps={{ paper: { sx: { width: 288, maxWidth: '85vw', pt: 1 }, 'aria-label': translate('console.menu') } }}>
            <AppMenu onChoose={() => setDrawer(false)} />
          </Drawer>
        )}
        <Box component="main" id="main" tabIndex={-1} sx={{ flex: 1, minWidth: 0, p: { xs: 1.5, sm: 3 }, pb: { xs: 10, sm: 6 }, outline: 'none' }}>
          <Boundary resetKeys={[pathname]}>
            <Suspense fallback={<Waiting />}>{children}</Suspense>
          </Boundary>
        </Box>
      </Box>
      <CommandPalette open={palette} onClose={() => setPalette(false)} />
    </Box>
  )
}

/** The first thing that a keyboard meets. The address is a hash route, so it moves the focus itself instead of being followed. */
function SkipLink() {
  const translate = useTranslate()
  return (
    <Box
      component="button"
      type="button"
      onClick={() => document.getElementById('main')?.focus()}
      sx={{
        position: 'absolute',
        left: 8,
        top: -60,
        zIndex: 2000,
        p: 1.5,
        font: 'inherit',
        bgcolor: 'background.paper',
        color: 'text.primary',
        border: 2,
        borderColor: 'primary.main',
        borderRadius: 1,
        '&:focus': { top: 8 },
      }}
    >
      {translate('ra.navigation.skip_nav')}
    </Box>
  )
}

/** Puts the cursor into the page's search field, where it has one. */
function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-search] input, input[data-search]')?.focus()
}

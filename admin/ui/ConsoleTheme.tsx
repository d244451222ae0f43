import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useStore } from 'ra-core'
import { type ReactNode, useMemo } from 'react'
import { themeOf } from './theme'

/** Light, dark, or as the machine has it. */
export type ModeChoice = 'light' | 'dark' | 'system'

/** The chosen looks, remembered on the machine. */
export function useLooks() {
  const [mode, setMode] = useStore<ModeChoice>('look.mode', 'system')
  const [largeText, setLargeText] = useStore<boolean>('look.largeText', false)
  return { mode, setMode, largeText, setLargeText }
}

/** Dresses the console in the chosen looks. */
export function ConsoleTheme({ children }: { children: ReactNode }) {
  const { mode, largeText } = useLooks()
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true })
  const dark = mode === 'dark' || (mode === 'system' && systemIsDark)
  const theme = useMemo(() => themeOf({ mode: dark ? 'dark' : 'light', largeText }), [dark, largeText])
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  )
}

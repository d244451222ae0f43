import { createTheme, type Theme } from '@mui/material/styles'

/** How the console looks: light or dark, ordinary or large text. */
export interface Looks {
  mode: 'light' | 'dark'
  largeText: boolean
}

/** How a state is felt, in colour; the word stands beside it always. */
export type Tone = 'good' | 'waiting' | 'caution' | 'warning' | 'bad' | 'info' | 'quiet'

const FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Noto Sans Mongolian", system-ui, sans-serif'

/** Background and text of each tone; every pair reads at 4.5:1 or better. */
const TONES: Record<Looks['mode'], Record<Tone, { background: string; text: string }>> = {
  light: {
    good: { background: '#dff3e4', text: '#17512b' },
    waiting: { background: '#e3eefc', text: '#0d4480' },
    caution: { background: '#fff5b0', text: '#554800' },
    warning: { background: '#ffdfb8', text: '#6d3a00' },
    bad: { background: '#fde3e0', text: '#8c1d18' },
    info: { background: '#e8e6f7', text: '#40348a' },
    quiet: { background: '#eaecea', text: '#454b48' },
  },
  dark: {
    good: { background: '#1d4029', text: '#bfe8cb' },
    waiting: { background: '#173c63', text: '#c6dffb' },
    caution: { background: '#47420d', text: '#fbf0a0' },
    warning: { background: '#55330a', text: '#fdd7a6' },
    bad: { background: '#5c211d', text: '#ffd6d1' },
    info: { background: '#352e63', text: '#dad5fb' },
    quiet: { background: '#363c39', text: '#d6dbd8' },
  },
}

/** The colours of a tone in a theme. */
export const toneOf = (theme: Theme, tone: Tone): { background: string; text: string } => TONES[theme.palette.mode][tone]

const light = {
  primary: { main: '#1b5e47', dark: '#124332', light: '#3d7f66', contrastText: '#ffffff' },
  secondary: { main: '#7a4a12', contrastText: '#ffffff' },
  error: { main: '#b3261e' },
  warning: { main: '#8a5300' },
  info: { main: '#0d5aa7' },
  success: { main: '#256b35' },
  background: { default: '#f4f6f4', paper: '#ffffff' },
  text: { primary: '#1a211e', secondary: '#4a534f' },
  divider: '#d5dad7',
}
const dark = {
  primary: { main: '#8fd3b6', dark: '#6cb698', light: '#b4e6cf', contrastText: '#06281c' },
  secondary: { main: '#e9bd86', contrastText: '#2b1800' },
  error: { main: '#ffb4ab' },
  warning: { main: '#f5c26b' },
  info: { main: '#9ecbff' },
  success: { main: '#9cd8a8' },
  background: { default: '#111614', paper: '#1a201d' },
  text: { primary: '#e6ebe8', secondary: '#b6c0bb' },
  divider: '#3a433f',
}

/** On a finger's screen everything that is touched is 44 px high. */
const TOUCH = '@media (pointer: coarse), (max-width: 599.95px)'

/** The console's theme. No font and no picture comes from the net. */
export function themeOf({ mode, largeText }: Looks): Theme {
  const touch = { [TOUCH]: { minHeight: 44 } }
  const ring = { '&.Mui-focusVisible': { outline: '3px solid', outlineColor: mode === 'dark' ? '#8fd3b6' : '#0d5aa7', outlineOffset: 1 } }
  return createTheme({
    palette: { mode, ...(mode === 'dark' ? dark : light) },
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: FONTS,
      h1: { fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.3 },
      h2: { fontSize: '1.125rem', fontWeight: 600, lineHeight: 1.4 },
      h3: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.4 },
      h4: { fontSize: '1.75rem', fontWeight: 600 },
      button: { textTransform: 'none', fontWeight: 500 },
      subtitle2: { fontWeight: 600 },
    },
    components: {
      MuiButtonBase: { styleOverrides: { root: ring } },
      MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: touch } },
      MuiIconButton: { styleOverrides: { root: { [TOUCH]: { minHeight: 44, minWidth: 44 } } } },
      MuiListItemButton: { styleOverrides: { root: touch } },
      MuiMenuItem: { styleOverrides: { root: touch } },
      MuiTab: { styleOverrides: { root: { ...touch, minHeight: 44 } } },
      MuiToggleButton: { styleOverrides: { root: touch } },
      MuiCheckbox: { styleOverrides: { root: { [TOUCH]: { minHeight: 44, minWidth: 44 } } } },
      MuiRadio: { styleOverrides: { root: { [TOUCH]: { minHeight: 44, minWidth: 44 } } } },
      MuiSelect: { styleOverrides: { select: { [TOUCH]: { paddingTop: 10.5, paddingBottom: 10.5 } } } },
      MuiInputBase: { styleOverrides: { root: touch } },
      MuiChip: { styleOverrides: { clickable: touch } },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', fullWidth: true } },
      MuiFormControl: { defaultProps: { size: 'small', fullWidth: true } },
      MuiAutocomplete: { defaultProps: { size: 'small', fullWidth: true } },
      MuiLink: { defaultProps: { underline: 'always' }, styleOverrides: { root: { textUnderlineOffset: 3, '&:focus-visible': { outline: '3px solid', borderRadius: 2 } } } },
      MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.8125rem' } } },
      MuiTableCell: { styleOverrides: { head: { fontWeight: 600 } } },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiDialog: { defaultProps: { fullWidth: true, maxWidth: 'sm' } },
      MuiAlert: { styleOverrides: { message: { minWidth: 0, overflowWrap: 'anywhere' } } },
      MuiCssBaseline: {
        styleOverrides: {
          // Everything is measured in rem, so that large text makes all of it larger.
          html: { fontSize: largeText ? '125%' : '100%' },
          body: { overflowWrap: 'anywhere' },
          '@media (prefers-reduced-motion: reduce)': { '*, *::before, *::after': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
          '@media print': { 'header, nav, .no-print': { display: 'none !important' } },
        },
      },
    },
  })
}

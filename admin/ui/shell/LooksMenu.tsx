import ContrastIcon from '@mui/icons-material/Contrast'
import { Divider, FormControlLabel, IconButton, ListSubheader, Menu, MenuItem, Switch, Tooltip } from '@mui/material'
import { useLocaleState, useLocales, useTranslate } from 'ra-core'
import { useState } from 'react'
import { type ModeChoice, useLooks } from '../ConsoleTheme'

const MODES: ModeChoice[] = ['light', 'dark', 'system']

/** Chooses light or dark, large text and the language; the machine remembers. */
export function LooksMenu() {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { mode, setMode, largeText, setLargeText } = useLooks()
  const [locale, setLocale] = useLocaleState()
  const locales = useLocales()
  return (
    <>
      <Tooltip title={translate('console.looks.title')}>
        <IconButton onClick={event => setAnchor(event.currentTarget)} aria-label={translate('console.looks.title')} aria-haspopup="menu" aria-expanded={anchor !== null}>
          <ContrastIcon />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <ListSubheader role="presentation">{translate('console.looks.mode')}</ListSubheader>
        {MODES.map(choice => (
          <MenuItem key={choice} role="menuitemradio" aria-checked={mode === choice} selected={mode === choice} onClick={() => setMode(choice)}>
            {translate(`console.looks.${choice}`)}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem role="menuitemcheckbox" aria-checked={largeText} onClick={() => setLargeText(!largeText)}>
          <FormControlLabel
            control={<Switch checked={largeText} size="small" tabIndex={-1} slotProps={{ input: { 'aria-hidden': true } }} />}
            label={translate('console.looks.large')}
            sx={{ pointerEvents: 'none' }}
          />
        </MenuItem>
        <Divider />
        <ListSubheader role="presentation">{translate('console.looks.language')}</ListSubheader>
        {locales.map(({ locale: code, name }) => (
          <MenuItem key={code} role="menuitemradio" lang={code} aria-checked={locale === code} selected={locale === code} onClick={() => setLocale(code)}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

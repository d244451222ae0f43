import AccountCircleIcon from '@mui/icons-material/AccountCircle'
import { Box, Button, Divider, Menu, MenuItem, Typography } from '@mui/material'
import { useLogout, useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { useMe } from '../Console'

/** Who is signed in, in which role and for which region; changing the password and signing out. */
export function UserMenu() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const logout = useLogout()
  const notify = useNotify()
  const me = useMe()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!me) return null
  const name = me.account.displayName || me.account.username
  const choose = (run: () => void) => () => {
    setAnchor(null)
    run()
  }
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircleIcon />}
        onClick={event => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={translate('console.account.menu', { name })}
        sx={{ '& .MuiButton-startIcon': { mr: { xs: 0, sm: 1 } }, minWidth: 44 }}
      >
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' }, maxWidth: 160, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {name}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box role="presentation" sx={{ px: 2, pb: 1, maxWidth: 280 }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          <Typography variant="body2" color="text.secondary">
            {[translate(`enums.Role.${me.account.role}`, { _: me.account.role }), me.region?.name].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
        <Divider />
        <MenuItem onClick={choose(() => navigate('/account/password'))}>{translate('console.account.password')}</MenuItem>
        <MenuItem onClick={choose(() => navigate('/account/totp'))}>{translate('console.account.totp.title')}</MenuItem>
        <MenuItem onClick={choose(() => void logout().catch((error: Error) => notify(error.message, { type: 'error' })))}>{translate('ra.auth.logout')}</MenuItem>
      </Menu>
    </>
  )
}

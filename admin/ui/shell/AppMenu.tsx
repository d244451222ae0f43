import SpaceDashboardIcon from '@mui/icons-material/SpaceDashboard'
import { Box, List, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { NavLink } from 'react-router-dom'
import { groups, type MenuEntry } from '../../data/Definition'
import { useConsole, useMay } from '../Console'
import { CountBadge } from './CountBadge'
import { badgeOf, useInboxCounts } from './inbox'

/** Where an entry is found in the catalogue and in the address. */
export const labelOf = (entry: MenuEntry): string => (entry.kind === 'page' ? `pages.${entry.name}.name` : `resources.${entry.name}.name`)

/** The menu entries that the person signed in may open. */
export function useMenuEntries(): MenuEntry[] {
  const { entries } = useConsole()
  const may = useMay()
  return entries.filter(entry => !entry.hidden && may(entry.permission) && (entry.kind === 'page' || (entry.List && (!entry.inMenu || may(entry.inMenu)))))
}

/** The menu: the workbench, then the tiers, with counts on what waits. */
export function AppMenu({ onChoose }: { onChoose?: () => void }) {
  const translate = useTranslate()
  const entries = useMenuEntries()
  const counts = useInboxCounts()
  return (
    <Box component="nav" aria-label={translate('console.menu')} sx={{ pb: 4 }}>
      <List dense>
        <MenuItem to="/" end icon={SpaceDashboardIcon} label={translate('pages.workbench.name')} onChoose={onChoose} />
      </List>
      {groups.map(group => {
        const members = entries.filter(entry => entry.group === group)
        if (members.length === 0) return null
        return (
          <Box key={group}>
            <Typography id={`menu-${group}`} component="h2" sx={{ px: 2, pt: 1, fontSize: '0.8125rem', color: 'text.secondary' }}>
              {translate(`console.groups.${group}`)}
            </Typography>
            <List dense aria-labelledby={`menu-${group}`}>
              {members.map(entry => (
                <MenuItem
                  key={entry.name}
                  to={`/${entry.name}`}
                  icon={entry.icon}
                  label={translate(labelOf(entry), { smart_count: 2 })}
                  count={badgeOf(counts, entry.badge)}
                  onChoose={onChoose}
                />
              ))}
            </List>
          </Box>
        )
      })}
    </Box>
  )
}

interface MenuItemProps {
  to: string
  end?: boolean
  icon: MenuEntry['icon']
  label: string
  count?: number
  onChoose?: () => void
}

function MenuItem({ to, end, icon: Icon, label, count = 0, onChoose }: MenuItemProps) {
  return (
    <li>
      <ListItemButton
        component={NavLink}
        to={to}
        end={end}
        onClick={onChoose}
        sx={{
          mx: 1,
          borderRadius: 1,
          color: 'text.primary',
          '&.active': { bgcolor: 'action.selected', color: 'primary.main', '& .MuiListItemIcon-root': { color: 'primary.main' }, '& .MuiListItemText-primary': { fontWeight: 600 } },
        }}
      >
        <ListItemIcon sx={{ minWidth: 36, '& svg': { fontSize: '1.25rem' } }}>
          <Icon />
        </ListItemIcon>
        <ListItemText primary={label} />
        <CountBadge count={count} />
      </ListItemButton>
    </li>
  )
}

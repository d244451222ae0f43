import ExpandMoreIcon from '@mui/icons-material/ExpandMore'
import SpaceDashboardIcon from '@mui/icons-material/SpaceDashboard'
import { Box, ButtonBase, List, ListItemButton, ListItemIcon, ListItemText } from '@mui/material'
import { useStore, useTranslate } from 'ra-core'
import { NavLink, useLocation } from 'react-router-dom'
import { type Group, groups, type MenuEntry } from '../../data/Definition'
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

/** The menu: the workbench, then the tiers, with counts on what waits. A tier can be folded, and stays so; the one that is open on the page never is. */
export function AppMenu({ onChoose }: { onChoose?: () => void }) {
  const translate = useTranslate()
  const entries = useMenuEntries()
  return (
    <Box component="nav" aria-label={translate('console.menu')} sx={{ pb: 4 }}>
      <List dense>
        <MenuItem to="/" end icon={SpaceDashboardIcon} label={translate('pages.workbench.name')} onChoose={onChoose} />
      </List>
      {groups.map(group => {
        const members = entries.filter(entry => entry.group === group)
        return members.length > 0 && <MenuGroup key={group} group={group} members={members} onChoose={onChoose} />
      })}
    </Box>
  )
}

/** A tier under its heading, which folds it; folded, it still shows how much waits in it. */
function MenuGroup({ group, members, onChoose }: { group: Group; members: readonly MenuEntry[]; onChoose?: () => void }) {
  const translate = useTranslate()
  const counts = useInboxCounts()
  const { pathname } = useLocation()
  const [folded, setFolded] = useStore<Group[]>('menu.folded', [])
  const here = members.some(({ name }) => pathname === `/${name}` || pathname.startsWith(`/${name}/`))
  const open = here || !folded.includes(group)
  const waiting = members.reduce((sum, entry) => sum + badgeOf(counts, entry.badge), 0)
  return (
    <Box>
      <Box component="h2" id={`menu-${group}`} sx={{ m: 0, px: 1, pt: 0.5 }}>
        <ButtonBase
          aria-expanded={open}
          disabled={here}
          onClick={() => setFolded(open ? [...folded, group] : folded.filter(one => one !== group))}
          sx={{ width: '100%', minHeight: { xs: 44, md: 32 }, px: 1, borderRadius: 1, justifyContent: 'flex-start', gap: 1, fontSize: '0.8125rem', color: 'text.secondary' }}
        >
          {translate(`console.groups.${group}`)}
          <Box component="span" sx={{ ml: 'auto' }}>
            {!open && <CountBadge count={waiting} />}
          </Box>
          <ExpandMoreIcon sx={{ fontSize: '1.125rem', visibility: here ? 'hidden' : undefined, transform: open ? 'none' : 'rotate(-90deg)' }} />
        </ButtonBase>
      </Box>
      {open && (
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
      )}
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

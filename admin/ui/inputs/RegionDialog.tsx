import ChevronRightIcon from '@mui/icons-material/ChevronRight'
import ExpandMoreIcon from '@mui/icons-material/ExpandMore'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, IconButton, List, ListItemButton, ListItemText, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { ErrorPanel } from '../views/ErrorPanel'
import { Waiting } from '../views/Waiting'
import { parentOf, type RegionNode, type RegionTree, useRegions } from './regions'
import { useTyped } from './useTyped'

interface RegionDialogProps {
  chosen: string
  levels?: readonly RegionNode['level'][]
  onChoose: (code: string) => void
  onClose: () => void
}

/** The tree of divisions with a search field; branches open by a button of their own. */
export function RegionDialog({ chosen, levels, onChoose, onClose }: RegionDialogProps) {
  const translate = useTranslate()
  const { tree, error } = useRegions()
  const { text, settled, handlers } = useTyped('', 150)
  const found = tree && settled !== '' ? tree.search(settled).slice(0, 60) : null
  const open = (region: RegionNode): boolean => !levels || levels.includes(region.level)
  return (
    <Dialog open onClose={onClose} aria-labelledby="region-title">
      <DialogTitle id="region-title">{translate('console.region.title')}</DialogTitle>
      <DialogContent sx={{ height: '60vh', display: 'flex', flexDirection: 'column' }}>
        <TextField autoFocus label={translate('console.region.search')} value={text} slotProps={{ htmlInput: { ...handlers, autoComplete: 'off' } }} sx={{ mt: 1 }} />
        <Box sx={{ overflowY: 'auto', flex: 1, mt: 1 }}>
          {error && <ErrorPanel error={error} />}
          {!tree && !error && <Waiting />}
          {found?.length === 0 && <Typography color="text.secondary">{translate('console.region.none')}</Typography>}
          {found && (
            <List dense disablePadding>
              {found.map(region => (
                <ListItemButton key={region.code} selected={region.code === chosen} disabled={!open(region)} onClick={() => onChoose(region.code)}>
                  <ListItemText primary={region.name} secondary={tree?.byCode.get(parentOf(region.code))?.name} />
                </ListItemButton>
              ))}
            </List>
          )}
          {tree?.root && !found && <Branch tree={tree} region={tree.root} chosen={chosen} open={open} onChoose={onChoose} depth={0} />}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}

interface BranchProps {
  tree: RegionTree
  region: RegionNode
  chosen: string
  open: (region: RegionNode) => boolean
  onChoose: (code: string) => void
  depth: number
}

function Branch({ tree, region, chosen, open, onChoose, depth }: BranchProps) {
  const translate = useTranslate()
  const children = tree.childrenOf(region.code)
  const [unfolded, setUnfolded] = useState(depth === 0 || parentOf(chosen) === region.code)
  return (
    <List dense disablePadding sx={{ pl: depth === 0 ? 0 : 2.5 }}>
      <li style={{ display: 'flex' }}>
        {children.length > 0 ? (
          <IconButton size="small" aria-expanded={unfolded} aria-label={translate(unfolded ? 'console.region.fold' : 'console.region.unfold', { name: region.name })} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? <ExpandMoreIcon /> : <ChevronRightIcon />}
          </IconButton>
        ) : (
          <Box sx={{ width: 36, flexShrink: 0 }} />
        )}
        <ListItemButton selected={region.code === chosen} disabled={!open(region)} onClick={() => onChoose(region.code)} sx={{ borderRadius: 1 }}>
          <ListItemText primary={region.name} />
          {children.length > 0 && (
            <Typography variant="body2" color="text.secondary">
              {children.length}
            </Typography>
          )}
        </ListItemButton>
      </li>
      {unfolded &&
        children.map(child => (
          <li key={child.code}>
            <Branch tree={tree} region={child} chosen={chosen} open={open} onChoose={onChoose} depth={depth + 1} />
          </li>
        ))}
    </List>
  )
}

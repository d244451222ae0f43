import DescriptionIcon from '@mui/icons-material/Description'
import PrintIcon from '@mui/icons-material/Print'
import { Button, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useEnumWord } from '../../ui/enums'
import { usePaper } from '../../ui/record/usePaper'
import type { CaseRecord } from './HardshipCase'

/** The papers that a case has now: as PDF to be printed, as Word to be worked on. Each printing stands in the trail. */
export function CasePapers({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { fetchPaper, running } = usePaper()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (row.papers.length === 0) return null
  const fetch = (kind: string, form: 'pdf' | 'docx'): void => {
    setAnchor(null)
    void fetchPaper(`/papers/cases/${row.id}/${kind}.${form}`, `${word('CasePaperKind', kind)} ${row.number ?? ''}.${form}`)
  }
  return (
    <>
      <Button variant="outlined" startIcon={<PrintIcon />} loading={running} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={event => setAnchor(event.currentTarget)}>
        {translate('console.print')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {row.papers.flatMap(kind => [
          <MenuItem key={`${kind}.pdf`} onClick={() => fetch(kind, 'pdf')}>
            <ListItemIcon>
              <PrintIcon fontSize="small" />
            </ListItemIcon>
            <ListItemText>{word('CasePaperKind', kind)} PDF</ListItemText>
          </MenuItem>,
          <MenuItem key={`${kind}.docx`} onClick={() => fetch(kind, 'docx')}>
            <ListItemIcon>
              <DescriptionIcon fontSize="small" />
            </ListItemIcon>
            <ListItemText>{word('CasePaperKind', kind)} Word</ListItemText>
          </MenuItem>,
        ])}
      </Menu>
    </>
  )
}

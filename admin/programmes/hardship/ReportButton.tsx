import AddIcon from '@mui/icons-material/Add'
import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'

/** To the form for a clue, for whoever may report one. */
export function ReportButton({ personId }: { personId?: string }) {
  const translate = useTranslate()
  const may = useMay()
  if (!may('case.report')) return null
  return (
    <Button component={RouterLink} to={`/reportClue${personId ? `?personId=${personId}` : ''}`} variant="contained" startIcon={<AddIcon />}>
      {translate('pages.reportClue.name')}
    </Button>
  )
}

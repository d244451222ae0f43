import UploadFileIcon from '@mui/icons-material/UploadFile'
import { Box, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { MaskedField } from '../../ui/record/MaskedField'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { CreditCode } from './CreditCode'
import type { EmployerRow } from './Employer'

/** In one line, with its eye. */
const ContactPhone = ({ row }: { row: EmployerRow }) => (
  <Box component="span" sx={{ display: 'inline-block', whiteSpace: 'nowrap', minWidth: 136 }}>
    <MaskedField type="Employer" id={row.id} field="contactPhone" mask={row.contactPhone} may="employer.revealContact" />
  </Box>
)

/** The register of employers, and how many veterans work at each now. */
export default function EmployerList() {
  const word = useEnumWord()
  const translate = useTranslate()
  const may = useMay()
  const columns: Column<EmployerRow>[] = [
    { source: 'name', card: 'title', wrap: true },
    { source: 'kind', render: row => word('EmployerKind', row.kind) },
    { source: 'state', card: 'chip', render: row => <StateChip of="EmployerState" value={row.state} /> },
    { source: 'veteranCount', align: 'right', render: row => (row.veteranCount === 0 && row.state === 'ACTIVE' ? <ToneChip label={translate('resources.employers.noVeterans')} tone="caution" /> : row.veteranCount) },
    { source: 'creditCode', render: row => <CreditCode of={row} /> },
    { source: 'region.fullName', wrap: true },
    { source: 'contactPhone', width: 150, render: row => <ContactPhone row={row} /> },
    { source: 'contactName', hidden: true },
    { source: 'industry', hidden: true, wrap: true },
    { source: 'premises', hidden: true, wrap: true },
  ]
  return (
    <ListPage<EmployerRow>
      columns={columns}
      actions={
        may('sheet.import') && may('employer.write') && (
          <Button component={RouterLink} to="/employerSheet" variant="outlined" startIcon={<UploadFileIcon />}>
            {translate('pages.employerSheet.name')}
          </Button>
        )
      }
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.employers.ask' },
        { source: 'region', kind: 'region' },
        { source: 'kind', kind: 'enum', of: 'EmployerKind', many: true },
        { source: 'withVeterans', kind: 'flag' },
        { source: 'state', kind: 'enum', of: 'EmployerState', many: true },
        { source: 'industryCode', kind: 'enum', of: 'Industry', many: true },
        { source: 'codeOverridden', kind: 'flag' },
      ]}
    />
  )
}

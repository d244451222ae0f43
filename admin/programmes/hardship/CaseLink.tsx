import { Link } from '@mui/material'
import { Link as RouterLink } from 'react-router-dom'

/** As much of a case as what hangs on it names. */
export interface CaseName {
  id: string
  number: string | null
  clueName: string | null
  region: { name: string; fullName: string } | null
  person: { id: string; name: string } | null
}

/** Leads to the case that a piece of help or a follow-up belongs to. */
export const CaseLink = ({ of }: { of: CaseName }) => (
  <Link component={RouterLink} to={`/hardshipCases/${of.id}/show`} underline="hover" sx={{ fontWeight: 500, display: 'inline-flex', minHeight: 24, alignItems: 'center' }}>
    {[of.person?.name ?? of.clueName, of.number].filter(Boolean).join(' · ')}
  </Link>
)

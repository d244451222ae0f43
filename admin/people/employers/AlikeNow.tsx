import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsk } from '../../ui/Console'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'
import type { EmployerRecord } from './Employer'
import { EMPLOYER_DUPLICATES, type EmployerLikeness, LikenessLine } from './EmployersAlike'

/** Which other records may be this employer. */
export function AlikeNow({ row: { id, name, creditCode, region } }: { row: EmployerRecord }) {
  const translate = useTranslate()
  const { data, error, refetch } = useAsk<{ employerDuplicates: EmployerLikeness[] }>(EMPLOYER_DUPLICATES, { of: { name, creditCode, regionCode: region?.code, exceptId: id } })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  if (data.employerDuplicates.length === 0) return <EmptyState title={translate('resources.employers.noneAlike')} />
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
      {data.employerDuplicates.map(one => (
        <li key={one.employer.id}>
          <LikenessLine of={one} />
        </li>
      ))}
    </Box>
  )
}

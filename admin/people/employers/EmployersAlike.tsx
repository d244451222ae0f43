import { Alert, AlertTitle, Box, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'

/** Which employers may be the one described. */
export const EMPLOYER_DUPLICATES = 'query employerDuplicates($of: EmployerLikenessInput!) { employerDuplicates(of: $of) { reasons employer { id name creditCode state region { name } } } }'

/** An employer that may be the same one, and why. */
export interface EmployerLikeness {
  reasons: string[]
  employer: { id: string; name: string; creditCode: string | null; state: string; region: { name: string } | null }
}

const PAUSE = 500

/** While an employer is being registered: which one it may be already, so that nobody is entered twice. */
export function EmployersAlike({ exceptId }: { exceptId?: string }) {
  const translate = useTranslate()
  const [name, creditCode, contactPhone, regionCode] = useWatch({ name: ['name', 'creditCode', 'contactPhone', 'regionCode'] }) as (string | null | undefined)[]
  const typed = JSON.stringify({
    ...(name && name.trim().length > 1 && { name: name.trim() }),
    ...(creditCode && creditCode.length >= 18 && { creditCode }),
    ...(contactPhone && contactPhone.replace(/\D/g, '').length >= 7 && { contactPhone }),
    ...(regionCode && { regionCode }),
    ...(exceptId && { exceptId }),
  })
  const [of, setOf] = useState<Record<string, string>>({})
  useEffect(() => {
    const timer = setTimeout(() => setOf(JSON.parse(typed) as Record<string, string>), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  const enough = Boolean(of.name ?? of.creditCode ?? of.contactPhone)
  const { data } = useAsk<{ employerDuplicates: EmployerLikeness[] }>(EMPLOYER_DUPLICATES, { of }, { enabled: enough })
  if (!enough || !data?.employerDuplicates.length) return null
  return (
    <Alert severity="warning">
      <AlertTitle>{translate('resources.employers.alike')}</AlertTitle>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {data.employerDuplicates.map(one => (
          <li key={one.employer.id}>
            <LikenessLine of={one} />
          </li>
        ))}
      </Box>
    </Alert>
  )
}

/** One employer that may be the same, with what speaks for it; its page opens beside, so that what is typed stays. */
export function LikenessLine({ of: { employer, reasons } }: { of: EmployerLikeness }) {
  const word = useEnumWord()
  return (
    <>
      <Link component={RouterLink} to={`/employers/${employer.id}/show`} target="_blank" rel="noopener">
        {employer.name}
      </Link>
      {` ${[employer.creditCode, employer.region?.name, employer.state !== 'ACTIVE' && word('EmployerState', employer.state), reasons.map(reason => word('EmployerLikenessReason', reason)).join(' / ')].filter(Boolean).join(' · ')}`}
    </>
  )
}

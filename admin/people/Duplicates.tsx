import { Alert, AlertTitle, Box, Button, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk } from '../ui/Console'
import { today } from '../ui/days'
import { readResidentId } from '../ui/residentId'
import { useWords } from './words'

/** Who may be the person that a form describes. */
export const DUPLICATES = 'query duplicates($of: DuplicatesInput!) { duplicates(of: $of) { reasons person { id name birthYear phone idCard region { code name } } } }'

interface Likeness {
  reasons: string[]
  person: { id: string; name: string; birthYear: number | null; phone: string | null; region: { name: string } | null }
}

interface DuplicatesProps {
  /** Where the person stands in the form. */
  at?: string
  /** Takes the person found in place of a new one. */
  onUse?: (id: string) => void
}

const PAUSE = 500

/** While a person is being registered: who may already be that person, so that nobody is entered twice. */
export function Duplicates({ at = '', onUse }: DuplicatesProps) {
  const translate = useTranslate()
  const words = useWords()
  const [name, birthDate, idCard, phone, regionCode] = useWatch({ name: ['name', 'birthDate', 'idCard', 'phone', 'regionCode'].map(field => `${at}${field}`) }) as (string | null | undefined)[]
  const typed = JSON.stringify({
    ...(name && { name }),
    ...(birthDate && { birthDate }),
    ...(idCard && readResidentId(idCard, today()).ok && { idCard }),
    ...(phone && phone.replace(/\D/g, '').length >= 7 && { phone }),
    ...(regionCode && { regionCode }),
  })
  const [of, setOf] = useState<Record<string, string>>({})
  useEffect(() => {
    const timer = setTimeout(() => setOf(JSON.parse(typed) as Record<string, string>), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  const enough = Boolean(of.idCard ?? of.phone ?? (of.name && of.birthDate))
  const { data } = useAsk<{ duplicates: Likeness[] }>(DUPLICATES, { of }, { enabled: enough })
  if (!enough || !data?.duplicates.length) return null
  return (
    <Alert severity="warning" sx={{ gridColumn: '1 / -1', '& .MuiAlert-message': { flex: 1 } }}>
      <AlertTitle>{translate('resources.persons.alike')}</AlertTitle>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {data.duplicates.map(({ person, reasons }) => (
          <Box component="li" key={person.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <span style={{ marginRight: 'auto' }}>
              <Link component={RouterLink} to={`/persons/${person.id}/show`} target="_blank" rel="noopener">
                {person.name}
              </Link>
              {` ${[person.birthYear, person.region?.name, person.phone, words('LikenessReason', reasons)].filter(Boolean).join(' · ')}`}
            </span>
            {onUse && (
              <Button size="small" variant="outlined" color="inherit" onClick={() => onUse(person.id)}>
                {translate('resources.persons.useThis')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Alert>
  )
}

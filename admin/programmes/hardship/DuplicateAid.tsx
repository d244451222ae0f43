import { Alert, Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsk } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import { useYuan } from './useYuan'

interface Aid {
  number: string | null
  state: string
  cause: string | null
  region: { name: string; fullName: string }
  samePerson: boolean
  decidedOn: string | null
  approvedAmount: string | null
  repeats: boolean
}

/** Other help for the person or the household, wherever it is kept. */
export const DUPLICATE_AID = 'query duplicateAid($caseId: ID!) { duplicateAid(caseId: $caseId) { number state cause region { name fullName } samePerson decidedOn approvedAmount repeats } }'

/** Asks for other help for whoever a case is about. */
export const useDuplicateAid = (caseId: string) => useAsk<{ duplicateAid: Aid[] }>(DUPLICATE_AID, { caseId })

/** Whether the same person or household is helped elsewhere: what whoever checks or decides must have seen. */
export function DuplicateAid({ caseId }: { caseId: string }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const yuan = useYuan()
  const { data, error } = useDuplicateAid(caseId)
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>
  if (!data) return null
  const found = data.duplicateAid
  if (found.length === 0) return <Alert severity="success">{translate('resources.hardshipCases.aid.none')}</Alert>
  return (
    <Alert severity={found.some(({ repeats }) => repeats) ? 'warning' : 'info'}>
      {translate('resources.hardshipCases.aid.found', { smart_count: found.length })}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {found.map((aid, at) => (
          <li key={`${aid.number} ${at}`}>
            {[
              aid.number,
              translate(aid.samePerson ? 'resources.hardshipCases.aid.person' : 'resources.hardshipCases.aid.household'),
              aid.cause && word('CaseCause', aid.cause),
              word('CaseState', aid.state),
              aid.region.fullName || aid.region.name,
              aid.decidedOn,
              yuan(aid.approvedAmount),
              aid.repeats && translate('resources.hardshipCases.aid.repeats'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </Box>
    </Alert>
  )
}

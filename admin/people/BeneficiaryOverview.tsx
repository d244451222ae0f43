import { Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../ui/Console'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { Facts } from '../ui/record/Facts'
import { MaskedField } from '../ui/record/MaskedField'
import type { BeneficiaryRow } from './rows'
import { useWords } from './words'

/** How an elder lives, what was found and what they wish for. Health is shown to those alone who may read it. */
export function BeneficiaryOverview({ row }: { row: BeneficiaryRow }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const words = useWords()
  const may = useMay()
  return (
    <Facts
      items={[
        {
          label: 'personId',
          value: may('person.read') ? (
            <Link component={RouterLink} to={`/persons/${row.person.id}/show`}>
              {row.person.name}
            </Link>
          ) : (
            row.person.name
          ),
        },
        { label: 'gradedOn', value: row.gradedOn },
        row.majorChangeAt ? { label: 'majorChangeAt', value: clockOf(row.majorChangeAt) } : null,
        { label: 'assessedOn', value: row.assessedOn },
        { label: 'assessment', value: row.assessment, wide: true },
        { label: 'abilities', value: words('Ability', row.abilities), wide: true },
        may('beneficiary.health') && { label: 'healthNotes', value: <MaskedField type="Beneficiary" id={row.id} field="healthNotes" mask={row.healthNotes} may="beneficiary.health" />, wide: true },
        { label: 'doctor', value: row.doctor },
        { label: 'language', value: word('ElderLanguage', row.language) },
        { label: 'volunteerSexWish', value: word('Sex', row.volunteerSexWish) },
        { label: 'skillWishes', value: words('Skill', row.skillWishes) },
        { label: 'needsNote', value: row.needsNote, wide: true },
        { label: 'photoConsent', value: translate(row.photoConsent ? 'ra.boolean.true' : 'ra.boolean.false') },
        row.endReason ? { label: 'endReason', value: word('BeneficiaryEndReason', row.endReason) } : null,
        row.endedOn ? { label: 'endedOn', value: row.endedOn } : null,
      ]}
    />
  )
}

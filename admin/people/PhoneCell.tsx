import { Box } from '@mui/material'
import { MaskedField } from '../ui/record/MaskedField'
import type { PersonPart } from './rows'

/** A person's phone number in a list: one line, the mask with its eye. */
export function PhoneCell({ person }: { person: Pick<PersonPart, 'id' | 'phone'> }) {
  return (
    <Box component="span" sx={{ display: 'inline-block', whiteSpace: 'nowrap', minWidth: 136 }}>
      <MaskedField type="Person" id={person.id} field="phone" mask={person.phone} may="person.revealPhone" />
    </Box>
  )
}

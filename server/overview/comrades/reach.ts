import { widen } from '../../kernel/access'
import { Pairing } from '../../programmes/pairings/Pairing'
import { Visit } from '../../programmes/pairings/Visit'

/** Those whose open case is in the actor's hand. */
const OWN_COMRADES = "SELECT b.id FROM beneficiaries b JOIN hardship_cases c ON c.personId = b.personId WHERE c.state <> 'CLOSED' AND (c.ownerId = :me OR c.standInId = :me)"

// Whoever has a case in hand sees who helps the comrade, and how the visits went.
widen(Pairing, 'assigned', `it.beneficiaryId IN (${OWN_COMRADES})`)
widen(Visit, 'assigned', `it.beneficiaryId IN (${OWN_COMRADES})`)

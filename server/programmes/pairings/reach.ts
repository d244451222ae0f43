import { widen } from '../../kernel/access'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { Person } from '../../people/persons/Person'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { NeedRequest } from './needs/NeedRequest'
import { Pairing } from './Pairing'
import { Visit } from './Visit'

/** The ids of one column of the pairings that a condition names and a volunteer said yes to. */
const taken = (column: string, of: string): string => `SELECT p.${column} FROM pairings p WHERE p.state IN ('ACCEPTED','ACTIVE','PAUSED') AND ${of}`
const MAIN = 'p.volunteerId = :volunteer'
const HELPER = "p.helperIds > '' AND FIND_IN_SET(:volunteer, p.helperIds)"
/** Elders of the volunteer's own pairings. */
const OWN_ELDERS = `${taken('beneficiaryId', MAIN)} UNION ${taken('beneficiaryId', HELPER)}`
/** Pairings in which the volunteer is or was the main one or a helper. */
const OWN_PAIRINGS = `SELECT p.id FROM pairings p WHERE ${MAIN} UNION SELECT p.id FROM pairings p WHERE ${HELPER}`

// A volunteer reaches the pairings they help in, and the elders of those they have accepted.
widen(Pairing, 'self', `(it.helperIds > '' AND FIND_IN_SET(:volunteer, it.helperIds))`)
widen(Visit, 'self', `it.pairingId IN (${OWN_PAIRINGS})`)
widen(NeedRequest, 'self', `it.beneficiaryId IN (${OWN_ELDERS})`)
widen(Beneficiary, 'self', `it.id IN (${OWN_ELDERS})`)
widen(Person, 'self', `it.id IN (SELECT b.personId FROM beneficiaries b WHERE b.id IN (${OWN_ELDERS}))`)

// A team's leader reaches the elders of the team's pairings.
const TEAM = 'p.teamId = :team'
widen(Beneficiary, 'team', `it.id IN (${taken('beneficiaryId', TEAM)})`)
widen(Person, 'team', `it.id IN (SELECT b.personId FROM beneficiaries b WHERE b.id IN (${taken('beneficiaryId', TEAM)}))`)

// A case worker reaches their elders as persons, and the volunteers of the pairings that are theirs.
const OWN_VOLUNTEERS = "SELECT p.volunteerId FROM pairings p WHERE p.caseWorkerId = :me AND p.state <> 'ENDED'"
widen(Volunteer, 'assigned', `it.id IN (${OWN_VOLUNTEERS})`)
widen(Person, 'assigned', `it.id IN (SELECT v.personId FROM volunteers v WHERE v.id IN (${OWN_VOLUNTEERS}))`)
widen(Person, 'assigned', 'it.id IN (SELECT b.personId FROM beneficiaries b WHERE b.caseWorkerId = :me)')

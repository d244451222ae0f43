import { widen } from '../../kernel/access'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { Person } from '../../people/persons/Person'

// A case worker reaches the persons of the cases that are in their hand.
widen(Person, 'assigned', "it.id IN (SELECT c.personId FROM hardship_cases c WHERE c.ownerId = :me OR c.standInId = :me OR c.countyReviewerId = :me OR (c.investigatorIds > '' AND FIND_IN_SET(:me, c.investigatorIds)))")

// And what looks after them, where helpers are sought: its assessment and consent are the case worker's too.
widen(Beneficiary, 'assigned', "it.personId IN (SELECT c.personId FROM hardship_cases c WHERE c.state <> 'CLOSED' AND (c.ownerId = :me OR c.standInId = :me))")

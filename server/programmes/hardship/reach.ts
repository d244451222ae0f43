import { widen } from '../../kernel/access'
import { Person } from '../../people/persons/Person'

// A case worker reaches the persons of the cases that are in their hand.
widen(Person, 'assigned', "it.id IN (SELECT c.personId FROM hardship_cases c WHERE c.ownerId = :me OR c.standInId = :me OR c.countyReviewerId = :me OR (c.investigatorIds > '' AND FIND_IN_SET(:me, c.investigatorIds)))")

import { widen } from '../../kernel/access'
import { Person } from '../persons/Person'
import { Membership } from './Membership'
import { Volunteer } from './Volunteer'

const ASKING = "SELECT m.volunteerId FROM memberships m WHERE m.teamId = :team AND m.state = 'JOIN_REQUESTED'"

// A team's leader reaches those who ask to join, and the persons of its members and of these.
widen(Volunteer, 'team', `it.id IN (${ASKING})`)
widen(Person, 'team', `it.id IN (SELECT v.personId FROM volunteers v WHERE v.teamId = :team OR v.id IN (${ASKING}))`)

// Whoever sees to a territory reaches what is asked of its teams, also by those who live elsewhere.
widen(Membership, 'region', 'it.teamId IN (SELECT t.id FROM teams t WHERE t.regionCode LIKE :region)')

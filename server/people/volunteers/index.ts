import './events'
import './followPersons'
import { Membership } from './Membership'
import { MembershipResolver } from './membershipResolver'
import { TeamLeaderResolver, VolunteerHistory, VolunteerResolver } from './resolver'
import { Volunteer } from './Volunteer'
import { VolunteerCounter } from './VolunteerCounter'

export const entities = [Volunteer, Membership, VolunteerCounter]
export const resolvers = [VolunteerResolver, TeamLeaderResolver, MembershipResolver, VolunteerHistory]

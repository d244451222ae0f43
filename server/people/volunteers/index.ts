import './events'
import './followPersons'
import './followTeams'
import './reach'
import { Membership } from './Membership'
import { FiguresResolver } from './figures'
import { MembershipResolver } from './membershipResolver'
import { SquadPeopleResolver, TeamLeaderResolver, VolunteerHistory, VolunteerResolver } from './resolver'
import { Volunteer } from './Volunteer'
import { VolunteerCounter } from './VolunteerCounter'

export const entities = [Volunteer, Membership, VolunteerCounter]
export const resolvers = [VolunteerResolver, TeamLeaderResolver, SquadPeopleResolver, FiguresResolver, MembershipResolver, VolunteerHistory]

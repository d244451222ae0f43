import './events'
import './followPersons'
import { MembershipResolver, ServiceRecordResolver } from './ledgerResolver'
import { Membership } from './Membership'
import { TeamLeaderResolver, VolunteerHistory, VolunteerResolver } from './resolver'
import { ServiceRecord } from './ServiceRecord'
import { Volunteer } from './Volunteer'
import { VolunteerCounter } from './VolunteerCounter'

export const entities = [Volunteer, Membership, ServiceRecord, VolunteerCounter]
export const resolvers = [VolunteerResolver, TeamLeaderResolver, MembershipResolver, ServiceRecordResolver, VolunteerHistory]

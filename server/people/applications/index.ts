import './watches'
import { ApplicationHistory, ApplicationResolver } from './resolver'
import { VolunteerApplication } from './VolunteerApplication'

export const entities = [VolunteerApplication]
export const resolvers = [ApplicationResolver, ApplicationHistory]

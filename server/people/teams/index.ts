import { TeamHistory, TeamResolver } from './resolver'
import { Team } from './Team'

export const entities = [Team]
export const resolvers = [TeamResolver, TeamHistory]

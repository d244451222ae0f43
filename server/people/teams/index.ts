import './events'
import './reviewTeams'
import './watchTargets'
import { PlanProgressResolver, TownshipProgressResolver } from './planResolver'
import { TeamHistory, TeamResolver } from './resolver'
import { SquadHistory, SquadResolver, VillageResolver } from './squadResolver'
import { SquadProposal } from './SquadProposal'
import { Team } from './Team'
import { TeamStanding } from './TeamStanding'
import { VillageNote } from './VillageNote'

export const entities = [Team, TeamStanding, SquadProposal, VillageNote]
export const resolvers = [TeamResolver, TeamHistory, SquadResolver, SquadHistory, VillageResolver, PlanProgressResolver, TownshipProgressResolver]

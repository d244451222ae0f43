import './followPeople'
import './reach'
import './watches'
import { Activity } from './Activity'
import { ActivityCounter } from './ActivityCounter'
import { ActivityTeam } from './ActivityTeam'
import { ActivityFiguresResolver } from './activityFigures'
import { PublicActivityResolver } from './publicActivities'
import { ActivityHistory, ActivityResolver } from './resolver'
import { SignUp } from './SignUp'
import { SignUpHistory, SignUpResolver } from './signUpResolver'
import { TeamComplianceResolver } from './teamCompliance'

export const entities = [Activity, ActivityTeam, ActivityCounter, SignUp]
export const resolvers = [ActivityResolver, ActivityHistory, SignUpResolver, SignUpHistory, PublicActivityResolver, TeamComplianceResolver, ActivityFiguresResolver]

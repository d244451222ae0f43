import { Plan, PlanTarget } from './Plan'
import { PlanHistory, PlanResolver } from './resolver'

export const entities = [Plan, PlanTarget]
export const resolvers = [PlanResolver, PlanHistory]

import { DashboardResolver } from './resolver'

export const entities: Function[] = []
export const resolvers = [DashboardResolver]

import { AuditTrailResolver } from './resolver'

export const entities: Function[] = []
export const resolvers = [AuditTrailResolver]

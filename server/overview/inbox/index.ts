import { InboxResolver } from './resolver'

export const entities: Function[] = []
export const resolvers = [InboxResolver]

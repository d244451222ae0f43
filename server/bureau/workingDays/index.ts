import { WorkingDayResolver } from './resolver'
import { WorkingDayException } from './WorkingDayException'

export const entities = [WorkingDayException]
export const resolvers = [WorkingDayResolver]

import { Programme } from './Programme'
import { ProgrammeHistory, ProgrammeResolver } from './resolver'
import { ServiceItem } from './ServiceItem'

export const entities = [Programme, ServiceItem]
export const resolvers = [ProgrammeResolver, ProgrammeHistory]

import { Region } from './Region'
import { RegionHistory, RegionResolver } from './resolver'

export const entities = [Region]
export const resolvers = [RegionResolver, RegionHistory]

import './carryRecoding'
import { Region } from './Region'
import { RegionMove } from './RegionMove'
import { RegionHistory, RegionResolver } from './resolver'

export const entities = [Region, RegionMove]
export const resolvers = [RegionResolver, RegionHistory]

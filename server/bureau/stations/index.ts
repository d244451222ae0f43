import { Station, StationFields, StationHistory, StationRegister } from './Station'

export const entities = [Station]
export const resolvers = [StationRegister, StationFields, StationHistory]

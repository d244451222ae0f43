import './retention'
import './watches'
import './template'
import { ImportHistory, ImportResolver } from './resolver'
import { ImportRow, VolunteerImport } from './VolunteerImport'

export const entities = [VolunteerImport, ImportRow]
export const resolvers = [ImportResolver, ImportHistory]

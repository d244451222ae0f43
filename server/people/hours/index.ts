import { ServiceRecordResolver } from './ledgerResolver'
import { ServiceRecord } from './ServiceRecord'

export const entities = [ServiceRecord]
export const resolvers = [ServiceRecordResolver]

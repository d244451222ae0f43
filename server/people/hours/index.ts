import './checkTotals'
import { ServiceRecordHistory, ServiceRecordResolver } from './ledgerResolver'
import { ServiceObjectionHistory, ServiceObjectionResolver } from './objectionResolver'
import { ServiceObjection } from './ServiceObjection'
import { ServiceRecord } from './ServiceRecord'
import { HoursSumResolver, StarReachedResolver, VolunteerHoursResolver } from './totalsResolver'

export const entities = [ServiceRecord, ServiceObjection]
export const resolvers = [ServiceRecordResolver, ServiceRecordHistory, ServiceObjectionResolver, ServiceObjectionHistory, HoursSumResolver, StarReachedResolver, VolunteerHoursResolver]

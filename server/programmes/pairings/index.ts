import './escalate'
import './followPeople'
import './reach'
import { NeedRequest } from './needs/NeedRequest'
import { NeedHistory, NeedResolver } from './needs/resolver'
import { Pairing } from './Pairing'
import { BeneficiaryPairingsResolver, PairingHistory, PairingResolver, VolunteerPairingsResolver } from './resolver'
import { Visit } from './Visit'
import { VisitHistory, VisitResolver } from './visitResolver'

export const entities = [Pairing, Visit, NeedRequest]
export const resolvers = [PairingResolver, PairingHistory, VisitResolver, VisitHistory, NeedResolver, NeedHistory, BeneficiaryPairingsResolver, VolunteerPairingsResolver]

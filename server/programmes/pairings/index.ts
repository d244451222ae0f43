import './careRule'
import './clues'
import './escalate'
import './followPeople'
import './reach'
import './watches'
import { NeedRequest } from './needs/NeedRequest'
import { NeedHistory, NeedResolver } from './needs/resolver'
import { Pairing } from './Pairing'
import { PairingPause } from './PairingPause'
import { BeneficiaryPairingsResolver, PairingHistory, PairingResolver, VolunteerPairingsResolver } from './resolver'
import { Visit } from './Visit'
import { TaskPeopleResolver } from './taskResolver'
import { VisitHistory, VisitResolver } from './visitResolver'
import { WeatherWarningHistory, WeatherWarningResolver } from './weather/resolver'
import { WeatherWarning } from './weather/WeatherWarning'

export const entities = [Pairing, PairingPause, Visit, NeedRequest, WeatherWarning]
export const resolvers = [PairingResolver, PairingHistory, VisitResolver, VisitHistory, NeedResolver, NeedHistory, WeatherWarningResolver, WeatherWarningHistory, TaskPeopleResolver, BeneficiaryPairingsResolver, VolunteerPairingsResolver]

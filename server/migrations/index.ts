import { Activities1795653000000 } from './Activities1795653000000'
import { ActivityRequirements1795660000000 } from './ActivityRequirements1795660000000'
import { ApiKeys1795646976645 } from './ApiKeys1795646976645'
import { Certificates1795648673823 } from './Certificates1795648673823'
import { FillHours1795648200001 } from './FillHours1795648200001'
import { Foundation1795478400000 } from './Foundation1795478400000'
import { Hours1795648200000 } from './Hours1795648200000'
import { LongJobs1795650000000 } from './LongJobs1795650000000'
import { RegionMoves1795648501528 } from './RegionMoves1795648501528'
import { SavedQueries1795651000000 } from './SavedQueries1795651000000'
import { Teams1795647142586 } from './Teams1795647142586'
import { Throttles1795646696674 } from './Throttles1795646696674'
import { VolunteerImports1795652000000 } from './VolunteerImports1795652000000'
import { VolunteersSince1795649739297 } from './VolunteersSince1795649739297'
import { Weather1795647445986 } from './Weather1795647445986'
import { VolunteerRecords1795651217007 } from './VolunteerRecords1795651217007'

/** Every migration, oldest first. One is never altered once it has landed. */
export const migrations: Function[] = [Foundation1795478400000, Throttles1795646696674, ApiKeys1795646976645, Teams1795647142586, Weather1795647445986, Hours1795648200000, FillHours1795648200001, RegionMoves1795648501528, Certificates1795648673823, VolunteersSince1795649739297, LongJobs1795650000000, SavedQueries1795651000000, VolunteerImports1795652000000, Activities1795653000000, VolunteerRecords1795651217007, ActivityRequirements1795660000000]

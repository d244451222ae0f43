import { ApiKeys1795646976645 } from './ApiKeys1795646976645'
import { Foundation1795478400000 } from './Foundation1795478400000'
import { Teams1795647142586 } from './Teams1795647142586'
import { Throttles1795646696674 } from './Throttles1795646696674'

/** Every migration, oldest first. One is never altered once it has landed. */
export const migrations: Function[] = [Foundation1795478400000, Throttles1795646696674, ApiKeys1795646976645, Teams1795647142586]

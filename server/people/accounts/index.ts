import './followPersons'
import { Account } from './Account'
import { AccountHistory, AccountResolver } from './resolver'
import { Session } from './Session'
import { SessionResolver } from './sessions'

export const entities = [Account, Session]
export const resolvers = [AccountResolver, AccountHistory, SessionResolver]

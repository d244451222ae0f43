import './followPersons'
import { Account } from './Account'
import { ApiKey } from './apiKeys/ApiKey'
import { ApiKeyHistory, ApiKeyResolver } from './apiKeys/resolver'
import { AccountHistory, AccountResolver } from './resolver'
import { Session } from './Session'
import { SessionResolver } from './sessions'

export const entities = [Account, Session, ApiKey]
export const resolvers = [AccountResolver, AccountHistory, SessionResolver, ApiKeyResolver, ApiKeyHistory]

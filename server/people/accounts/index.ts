import { knowActors } from '../../kernel/actors'
import './accountNames'
import './followEmployers'
import './followPersons'
import { Account } from './Account'
import { ApiKey } from './apiKeys/ApiKey'
import { ApiKeyHistory, ApiKeyResolver } from './apiKeys/resolver'
import { accountActor } from './identify'
import { AccountHistory, AccountResolver } from './resolver'
import { Session } from './Session'
import { SessionResolver } from './sessions'

knowActors(accountActor)

export const entities = [Account, Session, ApiKey]
export const resolvers = [AccountResolver, AccountHistory, SessionResolver, ApiKeyResolver, ApiKeyHistory]

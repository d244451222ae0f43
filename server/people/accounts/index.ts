import { Account } from './Account'
import { Session } from './Session'

export const entities = [Account, Session]
export const resolvers: Function[] = []

import './events'
import { Person } from './Person'
import { PersonMerge } from './PersonMerge'
import { PersonHistory, PersonMergeResolver, PersonResolver } from './resolver'

export const entities = [Person, PersonMerge]
export const resolvers = [PersonResolver, PersonMergeResolver, PersonHistory]

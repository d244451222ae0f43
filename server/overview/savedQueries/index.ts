import { SavedQueryResolver } from './resolver'
import { SavedQuery } from './SavedQuery'

export const entities = [SavedQuery]
export const resolvers = [SavedQueryResolver]

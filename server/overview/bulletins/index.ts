import { Bulletin } from './Bulletin'
import { BulletinHistory, BulletinResolver } from './resolver'

export const entities = [Bulletin]
export const resolvers = [BulletinResolver, BulletinHistory]

import { SettingResolver } from './resolver'
import { Setting } from './Setting'

export const entities = [Setting]
export const resolvers = [SettingResolver]

import { ExportResolver } from './resolver'
import './runExport'

export const entities: Function[] = []
export const resolvers = [ExportResolver]

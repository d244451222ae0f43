import { ConsentNotice } from './ConsentNotice'
import { ConsentNoticeHistory, ConsentNoticeResolver } from './resolver'

export const entities = [ConsentNotice]
export const resolvers = [ConsentNoticeResolver, ConsentNoticeHistory]

import './reach'

export const entities: Function[] = []
export const resolvers: Function[] = []

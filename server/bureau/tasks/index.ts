import './watches'
import { TaskHistory, TaskResolver } from './resolver'
import { Task } from './Task'

export const entities = [Task]
export const resolvers = [TaskResolver, TaskHistory]

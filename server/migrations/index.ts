import { Foundation1795478400000 } from './Foundation1795478400000'

/** Every migration, oldest first. One is never altered once it has landed. */
export const migrations: Function[] = [Foundation1795478400000]

/** Every migration, oldest first. One is never altered once it has landed. */
export const migrations: Function[] = []

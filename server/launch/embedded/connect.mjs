import { DATABASE } from './runFile.mjs'

/** A connection of the owner over the socket. The driver is loaded late: this folder must load before it is installed. */
export async function connectAsOwner(run, options = {}) {
  const { default: mysql } = await import('mysql2/promise')
  return mysql.createConnection({
    socketPath: run.socket,
    user: run.owner.user,
    password: run.owner.password,
    database: DATABASE,
    connectTimeout: 2000,
    ...options,
  })
}

/** Answers when the server does, and throws when it does not. */
export async function ping(run) {
  const connection = await connectAsOwner(run)
  try {
    await connection.query('SELECT 1')
  } finally {
    connection.destroy()
  }
}

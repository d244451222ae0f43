import { createServer } from 'node:net'
import { PlainError } from './plainError.mjs'

/** Refuses, before any work is done, when somebody listens there already. */
export function mustBeFree({ port, host }) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', error => reject(refusal(error, port, host)))
    server.listen({ port, host }, () => server.close(() => resolve()))
  })
}

function refusal(error, port, host) {
  if (error.code === 'EADDRINUSE') {
    return new PlainError(`Port ${port} on ${host} is in use, perhaps by another npm start.`, `Stop that program, or choose another port: PORT=${port < 65535 ? port + 1 : port - 1} npm start`)
  }
  if (error.code === 'EACCES') return new PlainError(`Port ${port} may not be used by this user.`, 'Choose one above 1023 and put a proxy in front.')
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new PlainError(`HOST is ${host}, which is not an address of this machine.`, 'Use 127.0.0.1, 0.0.0.0 or an address of this machine.')
  return error
}

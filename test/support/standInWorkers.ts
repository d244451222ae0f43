import cluster from 'node:cluster'
import { createServer } from 'node:http'
import { keepWorkers } from '../../server/workers'

/** Two workers that say who they are, slowly; asked to, one dies. */
if (cluster.isPrimary) keepWorkers(2)
else {
  const server = createServer(({ url }, answer) => {
    if (url === '/die') process.exit(9)
    setTimeout(() => answer.setHeader('connection', 'close').end(String(process.pid)), url === '/slow' ? 800 : 0)
  }).listen(Number(process.env.PORT), '127.0.0.1')
  process.on('SIGTERM', () => server.close(() => process.exit(0)))
}

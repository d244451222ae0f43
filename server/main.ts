import cluster from 'node:cluster'
import modules from 'node:module'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { keepWorkers, WORKERS } from './workers'

// What is in use, some 80 MB, may grow by so many per cent before what is not is collected. Left to itself the engine waits until there is four times as much.
setFlagsFromString('--heap-growing-percent=70')

// Node 22 and later keep what they compiled for the next start, where nobody else can write; Node 20 cannot.
const { enableCompileCache } = modules as { enableCompileCache?: (folder: string) => unknown }
enableCompileCache?.(path.join(__dirname, '../compiled'))

// Whoever only keeps the others loads nothing of the product.
if (WORKERS > 1 && cluster.isPrimary) keepWorkers(WORKERS)
else void import('./serve')

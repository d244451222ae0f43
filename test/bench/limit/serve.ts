/**
 * The limit server: what a good engineer would write by hand for just these questions, with node's http, raw mysql2 and JSON.stringify.
 * It leaves out whatever the product does besides: knowing who asks and how far they see, GraphQL, limits, deadlines, the audit trail,
 * idempotency, checks of what is written, sealing (it reads the masks that stand there).
 */
import { createServer } from 'node:http'
import { caseHistory, caseOpened, cases } from './cases'
import { dashboard } from './dashboard'
import { Limit } from './Limit'
import { pairing, pairings } from './pairings'
import { posts, publicPosts } from './posts'
import { volunteers } from './volunteers'
import { closeCase, recordVisit, signIn } from './writes'

const POOL = 20
const answers: Record<string, (limit: Limit, asked: never) => Promise<unknown>> = {
  pairings, pairing, cases, caseHistory, caseOpened, search: volunteers, searchPinyin: volunteers, dashboard, recordVisit, closeCase, posts, publicCached: publicPosts, publicFresh: publicPosts, signIn,
}

void Limit.open(process.env.DATABASE_URL!, POOL).then(limit => {
  createServer((request, response) => {
    const reply = (status: number, text: string, type = 'application/json'): void => void response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text)
    if (request.method === 'GET') return reply(200, `laobing_statements_total ${limit.statements}\n`, 'text/plain')
    const answer = answers[request.url!.slice(1)]
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const asked = JSON.parse(Buffer.concat(parts).toString('utf8')) as never
      answer!(limit, asked).then(data => reply(200, JSON.stringify({ data })), (error: Error) => reply(500, JSON.stringify({ errors: [{ message: error.message }] })))
    })
  }).listen(Number(process.env.PORT), '127.0.0.1')
})

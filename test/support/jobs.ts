import { runLongJobs } from '../../server/kernel/runLongJobs'
import { app, now, type Person } from './app'
import { database } from './database'

const JOB = 'query ($id: ID!) { job(id: $id) { id kind state done total title message refusal subjectId fileId } }'

/** Runs everything that waits, as a server's process would. */
export const runJobs = async (): Promise<number> => runLongJobs(await database(), now)

/** A job as its owner sees it. */
export const jobOf = async (who: Person, id: string) => (await who.get(JOB, { id })).job

/** Fetches a sheet over HTTP. */
export async function fetchSheet(who: Person | null, fileId: string): Promise<{ status: number; bytes: Buffer; headers: Record<string, unknown> }> {
  const { http } = await app()
  const response = await http.inject({ url: `/sheets/${fileId}`, headers: who ? { authorization: `Bearer ${who.token}` } : {} })
  return { status: response.statusCode, bytes: response.rawPayload, headers: response.headers }
}

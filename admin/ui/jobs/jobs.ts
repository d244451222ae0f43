import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type ConsoleProvider } from '../../data/dataProvider'
import { useAsk, useMe } from '../Console'

/** Work that goes on while nobody looks: an export, an import. */
export interface Job {
  id: string
  kind: string
  state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  done: number
  total: number | null
  title: string
  message: string | null
  subjectId: string | null
  fileId: string | null
  createdAt: string
}

export const JOB_FIELDS = 'id kind state done total title message subjectId fileId createdAt'
/** One's own latest jobs. */
export const MY_JOBS = `query myJobs { myJobs { ${JOB_FIELDS} } }`
/** One of them. */
export const JOB = `query job($id: ID!) { job(id: $id) { ${JOB_FIELDS} } }`
/** Ends one. */
export const CANCEL_JOB = 'mutation cancelJob($id: ID!) { cancelJob(id: $id) { id } }'

/** Milliseconds between two looks: while something is under way, and while nothing is. */
const LOOK = { busy: 1500, idle: 60_000 }

/** Whether a job has still something to do. */
export const isUnderWay = (job: Pick<Job, 'state'>): boolean => job.state === 'WAITING' || job.state === 'RUNNING'

/** How far a job has come, in percent; undefined while that is not known. */
export const percentOf = ({ done, total }: Pick<Job, 'done' | 'total'>): number | undefined => (total ? Math.min(100, Math.floor((done / total) * 100)) : undefined)

/** The address of a sheet that a job made. */
export const sheetAddress = (fileId: string): string => `/sheets/${fileId}`

/** One's own jobs, looked at often while one is under way. */
export function useJobs(): Job[] {
  const me = useMe()
  const signedIn = me !== null && !me.mustChangePassword
  const { data } = useAsk<{ myJobs: Job[] }>(MY_JOBS, {}, { enabled: signedIn, every: jobs => (jobs?.myJobs.some(isUnderWay) ? LOOK.busy : LOOK.idle), staleTime: 1000 })
  return data?.myJobs ?? []
}

/** One job, watched until it has ended. */
export function useJob(id: string | null): Job | undefined {
  const { data } = useAsk<{ job: Job | null }>(JOB, { id }, { enabled: id !== null, every: answer => (!answer?.job || isUnderWay(answer.job) ? LOOK.busy : false) })
  return data?.job ?? undefined
}

/** Looks at the jobs anew at once, after one was begun or ended. */
export function useLookAtJobs(): () => void {
  const client = useQueryClient()
  return useCallback(() => void client.invalidateQueries({ queryKey: ['ask', MY_JOBS] }), [client])
}

/** Ends a job. */
export const cancelJob = (provider: ConsoleProvider, id: string): Promise<unknown> => provider.send(CANCEL_JOB, { id })

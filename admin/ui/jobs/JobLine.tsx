import FileDownloadIcon from '@mui/icons-material/FileDownload'
import { Box, Button, LinearProgress, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useConsole } from '../Console'
import { clockOf } from '../days'
import { StateChip } from '../record/StateChip'
import { cancelJob, isUnderWay, type Job, percentOf, sheetAddress, useLookAtJobs } from './jobs'

/** A job in words: what it is, how far it has come, its file, and a button that ends it. */
export function JobLine({ job }: { job: Job }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { provider } = useConsole()
  const look = useLookAtJobs()
  const [ending, setEnding] = useState(false)
  const percent = percentOf(job)
  const end = async (): Promise<void> => {
    setEnding(true)
    try {
      await cancelJob(provider, job.id)
      look()
    } catch (error) {
      notify((error as Error).message, { type: 'error' })
    } finally {
      setEnding(false)
    }
  }
  return (
    <Box sx={{ display: 'grid', gap: 0.75, py: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography sx={{ fontWeight: 600, mr: 'auto' }}>{job.title}</Typography>
        <StateChip of="JobState" value={job.state} />
      </Box>
      {isUnderWay(job) && <LinearProgress variant={percent === undefined ? 'indeterminate' : 'determinate'} value={percent} aria-label={job.title} />}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="body2" color="text.secondary" role="status" sx={{ mr: 'auto' }}>
          {isUnderWay(job) && job.total ? translate('console.jobs.progress', { done: job.done, total: job.total }) : (job.message ?? clockOf(job.createdAt))}
        </Typography>
        {isUnderWay(job) && (
          <Button size="small" loading={ending} onClick={() => void end()}>
            {translate('console.jobs.cancel')}
          </Button>
        )}
        {job.fileId && (
          <Button size="small" variant="contained" component="a" href={sheetAddress(job.fileId)} download startIcon={<FileDownloadIcon />}>
            {translate('console.jobs.download')}
          </Button>
        )}
      </Box>
    </Box>
  )
}

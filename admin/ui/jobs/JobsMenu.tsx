import PendingActionsIcon from '@mui/icons-material/PendingActions'
import { Badge, Box, Divider, IconButton, Popover, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { Fragment, useEffect, useRef, useState } from 'react'
import { JobLine } from './JobLine'
import { isUnderWay, useJobs } from './jobs'

/** What is under way for oneself, in the header of every page; says so when something has ended. Nothing while there is nothing. */
export function JobsMenu() {
  const translate = useTranslate()
  const notify = useNotify()
  const jobs = useJobs()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const before = useRef(new Set<string>())
  const underWay = jobs.filter(isUnderWay)
  useEffect(() => {
    for (const job of jobs) {
      if (!before.current.has(job.id) || isUnderWay(job) || job.state === 'CANCELLED') continue
      notify(job.state === 'DONE' ? 'console.jobs.ended' : 'console.jobs.failed', { type: job.state === 'DONE' ? 'success' : 'error', messageArgs: { title: job.title } })
    }
    before.current = new Set(jobs.filter(isUnderWay).map(job => job.id))
  }, [jobs, notify])
  if (jobs.length === 0) return null
  const label = translate('console.jobs.menu', { smart_count: underWay.length })
  return (
    <>
      <IconButton onClick={event => setAnchor(event.currentTarget)} aria-label={label} aria-haspopup="dialog" aria-expanded={anchor !== null}>
        {/* A badge that vanishes would go on holding its last number, which the button's name no longer says. */}
        {underWay.length === 0 ? <PendingActionsIcon /> : (
          <Badge badgeContent={underWay.length} color="primary" slotProps={{ badge: { 'aria-hidden': true } }}>
            <PendingActionsIcon />
          </Badge>
        )}
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { 'aria-label': translate('console.jobs.title'), sx: { width: 400, maxWidth: 'calc(100vw - 24px)', maxHeight: '70vh' } } }}
      >
        <Box sx={{ px: 2, py: 1.5 }}>
          <Typography component="h2" sx={{ fontWeight: 600 }}>
            {translate('console.jobs.title')}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {translate('console.jobs.hint')}
          </Typography>
          {jobs.map(job => (
            <Fragment key={job.id}>
              <Divider sx={{ mt: 1 }} />
              <JobLine job={job} />
            </Fragment>
          ))}
        </Box>
      </Popover>
    </>
  )
}

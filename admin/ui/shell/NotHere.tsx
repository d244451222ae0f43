import { Button, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { PageHead } from './PageHead'

/** An address that leads nowhere, or where one may not go; and the way back. */
export function NotHere({ code }: { code: 'NOT_FOUND' | 'FORBIDDEN' | 'other' }) {
  const translate = useTranslate()
  const said = { NOT_FOUND: 'ra.message.not_found', FORBIDDEN: 'ra.message.access_denied', other: 'ra.message.authentication_error' }[code]
  return (
    <>
      <PageHead title={translate(code === 'NOT_FOUND' ? 'ra.page.not_found' : 'ra.page.access_denied')} />
      <Typography sx={{ mb: 2 }}>
        {translate(said)} {translate(`console.error.next.${code}`)}
      </Typography>
      <Button component={RouterLink} to="/" variant="contained">
        {translate('pages.workbench.name')}
      </Button>
    </>
  )
}

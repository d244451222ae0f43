import { useMediaQuery, useTheme } from '@mui/material'
import { Notification } from 'ra-ui-materialui'

/** What was done, or went wrong, for a moment: at the foot of the screen; on a phone above, where no button for the thumb lies under it. */
export function Notices() {
  const theme = useTheme()
  const narrow = useMediaQuery(theme.breakpoints.down('sm'))
  return <Notification anchorOrigin={{ vertical: narrow ? 'top' : 'bottom', horizontal: 'center' }} />
}

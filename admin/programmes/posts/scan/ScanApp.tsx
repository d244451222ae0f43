import { PublicApp } from '../../../ui/PublicApp'
import { ScanPage } from './ScanPage'

/** The page that the code on a plaque opens: without an account, and without the rest of the console. */
export default function ScanApp() {
  return (
    <PublicApp>
      <ScanPage />
    </PublicApp>
  )
}

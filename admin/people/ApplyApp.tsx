import { PublicApp } from '../ui/PublicApp'
import { ApplyForm } from './ApplyForm'

/** The public form for whoever offers to serve: without an account, and without the rest of the console. */
export default function ApplyApp() {
  return (
    <PublicApp>
      <ApplyForm />
    </PublicApp>
  )
}

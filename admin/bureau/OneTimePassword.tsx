import { useTranslate } from 'ra-core'
import { ShownOnce } from './ShownOnce'

/** A user name and the password for once that belongs to it. */
export interface OneTime {
  username: string
  password: string
}

/** Shows the password for once of an account. */
export function OneTimePassword({ username, password, onClose }: OneTime & { onClose: () => void }) {
  const translate = useTranslate()
  return <ShownOnce title="resources.accounts.once" hint={translate('resources.accounts.onceHint', { username })} secret={password} onClose={onClose} />
}

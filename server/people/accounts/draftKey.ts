import { hkdfSync } from 'node:crypto'
import { keys } from '../../kernel/keys'
import type { Account } from './Account'

/**
 * The key by which the console seals an account's unfinished forms on the machine where they are written. It leaves only to
 * the account itself, in a session, and is another once the password, the role or the reach has changed.
 */
export function draftKey({ id, stamp }: Account): string {
  return Buffer.from(hkdfSync('sha256', keys().fingerprint, '', `drafts of ${id} ${stamp}`, 32)).toString('base64')
}

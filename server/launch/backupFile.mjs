/**
 * The form of a backup: a line of JSON that says how it is sealed, then pieces of the compressed dump, each sealed by
 * AES-256-GCM with its number and whether it is the last as its nonce, and the first line as associated data. So it is
 * read and written as a stream, a piece is used only after it has proved genuine, and a cut or shuffled file is refused.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto'
import { PlainError } from './plainError.mjs'

const PIECE = 1 << 20
const TAG = 16
const HEADER_LIMIT = 65_536
const SCRYPT = { N: 1 << 15, r: 8, p: 1, maxmem: 64 << 20 }

/** The first line of a new backup: format, salt, and what kind of secret opens it. */
export const newHeader = (secret, facts) => ({
  format: 'laobing-backup-1',
  secret: secret.passphrase === undefined ? 'key' : 'passphrase',
  salt: randomBytes(16).toString('base64'),
  ...facts,
})

/** Seals a stream of bytes: yields the header line, then the pieces. */
export async function* sealStream(source, header, secret) {
  const line = Buffer.from(`${JSON.stringify(header)}\n`)
  const key = keyFor(header, secret)
  yield line
  let number = 0
  let held = Buffer.alloc(0)
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes])
    while (held.length > PIECE) {
      yield sealPiece(key, line, number++, false, held.subarray(0, PIECE))
      held = held.subarray(PIECE)
    }
  }
  yield sealPiece(key, line, number, true, held)
}

/** Opens what `sealStream` made: yields the plain bytes, piece by proven piece, and throws when the file is not whole and genuine. */
export async function* openStream(source, secret) {
  let key
  let line
  let number = 0
  let held = Buffer.alloc(0)
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes])
    if (!line) {
      const end = held.indexOf(10)
      if (end < 0 && held.length < HEADER_LIMIT) continue
      line = held.subarray(0, end + 1)
      key = keyFor(parseHeader(line), secret)
      held = held.subarray(end + 1)
    }
    while (held.length > PIECE + TAG) {
      yield openPiece(key, line, number++, false, held.subarray(0, PIECE + TAG))
      held = held.subarray(PIECE + TAG)
    }
  }
  if (!line || held.length < TAG) throw refusal(number)
  yield openPiece(key, line, number, true, held)
}

/** Reads the first line of a backup. */
export function parseHeader(line) {
  let header
  try {
    header = JSON.parse(line.toString('utf8'))
  } catch {
    // said below
  }
  if (header?.format !== 'laobing-backup-1') throw new PlainError('This file is not a backup of this product.', 'Give the file that npm run backup wrote.')
  return header
}

function keyFor(header, secret) {
  const salt = Buffer.from(header.salt, 'base64')
  if (header.secret === 'key') {
    if (!secret.key) throw new PlainError('This backup is sealed with the backup key of the keys file, not with a passphrase.', 'Unset BACKUP_PASSPHRASE.')
    return Buffer.from(hkdfSync('sha256', secret.key, salt, 'laobing backup', 32))
  }
  if (secret.passphrase === undefined) throw new PlainError('This backup is sealed with a passphrase.', 'Give it in BACKUP_PASSPHRASE.')
  return scryptSync(secret.passphrase.normalize('NFC'), salt, 32, SCRYPT)
}

function nonceOf(number, isLast) {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 4)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function sealPiece(key, line, number, isLast, plain) {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast))
  cipher.setAAD(line)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openPiece(key, line, number, isLast, sealed) {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: TAG })
  decipher.setAAD(line)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG))
  try {
    decipher.final()
  } catch {
    throw refusal(number)
  }
  return plain
}

const refusal = number => number === 0
  ? new PlainError('The backup cannot be opened: the key or passphrase is not the one it was sealed with, or the file is damaged.', 'Use the keys file, or the passphrase, of the day of the backup.')
  : new PlainError(`The backup is damaged or cut off after ${number} MiB.`, 'Use another copy of it.')

import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** One way of sealing: it encrypts a value and binds it to its place, so that a changed or moved one is refused. */
export interface Cipher {
  /** Nonce, tag and ciphertext. */
  seal(key: Buffer, plain: Buffer, place: Buffer): Buffer
  /** The value again, or an error. */
  open(key: Buffer, sealed: Buffer, place: Buffer): Buffer
}

const NONCE = 12
const TAG = 16

/** AES-256-GCM, with the place as associated data. */
const aes: Cipher = {
  seal(key, plain, place) {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(place)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  },
  open(key, sealed, place) {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(place)
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
  },
}

const IV = 16
const MAC = 32
const sm3 = (key: Buffer, ...parts: Buffer[]): Buffer => {
  const mac = createHmac('sm3', key)
  for (const part of parts) mac.update(part)
  return mac.digest()
}
/** One key for encrypting and one for proving, both out of the same secret. */
const keysFrom = (secret: Buffer) => ({ encrypting: sm3(secret, Buffer.from('encrypt')).subarray(0, 16), proving: sm3(secret, Buffer.from('prove')) })
const lengthOf = (part: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(part.length)
  return length
}

/** SM4 in counter mode, then HMAC-SM3 over the place and all of it: what GM/T asks for where foreign ciphers are not wanted. */
const sm4: Cipher = {
  seal(key, plain, place) {
    const { encrypting, proving } = keysFrom(key)
    const iv = randomBytes(IV)
    const cipher = createCipheriv('sm4-ctr', encrypting, iv)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([iv, sm3(proving, lengthOf(place), place, iv, body), body])
  },
  open(key, sealed, place) {
    const { encrypting, proving } = keysFrom(key)
    const [iv, tag, body] = [sealed.subarray(0, IV), sealed.subarray(IV, IV + MAC), sealed.subarray(IV + MAC)]
    if (tag.length !== MAC || !timingSafeEqual(tag, sm3(proving, lengthOf(place), place, iv, body))) throw new Error('A sealed value is not as it was written.')
    const decipher = createDecipheriv('sm4-ctr', encrypting, iv)
    return Buffer.concat([decipher.update(body), decipher.final()])
  },
}

export const SM4_PREFIX = 'sm4-'
/** The way of sealing that a key is for: its id, which stands before each ciphertext, names it. */
export const cipherOf = (keyId: string): Cipher => (keyId.startsWith(SM4_PREFIX) ? sm4 : aes)

import { HttpError } from 'ra-core'
import { refusalOf, type WireError } from './Refusal'

/** The longest side of a photo that is sent, in pixels; the server draws it anew anyway. */
const LONGEST = 1600

/** The address of a picture that the server keeps; who may see it follows the record it belongs to. */
export const pictureAddress = (id: string, thumbnail = false): string => `/files/${id}${thumbnail ? '?thumbnail=1' : ''}`

/** Makes a photo small in the browser, so that it can be sent from a village; what the camera wrote into it is left behind. */
export async function shrink(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) => canvas.toBlob(drawn => (drawn ? resolve(drawn) : reject(new Error('console.photos.unreadable'))), 'image/jpeg', 0.82))
}

/** Sends a photo; answers with the id that a mutation's `photoIds` take. */
export async function sendPhoto(photo: Blob, locale: string): Promise<string> {
  const small = await shrink(photo).catch(() => Promise.reject(new HttpError('console.photos.unreadable', 422, { code: 'INVALID' })))
  const response = await fetch('/files', {
    method: 'POST',
    credentials: 'include',
    headers: { 'content-type': 'image/jpeg', 'accept-language': locale, 'apollo-require-preflight': 'true' },
    body: small,
  }).catch(() => null)
  const answer = (await response?.json().catch(() => null)) as { id?: string; errors?: WireError[] } | null | undefined
  if (answer?.id) return answer.id
  throw answer?.errors?.[0] ? refusalOf(answer.errors[0]) : new HttpError('console.error.unreachable', 503, { code: 'UNREACHABLE' })
}

/** What the server drew when it was asked to, such as a paper. */
export interface Fetched {
  blob: Blob
  /** The characters that no font has, which must be written in by hand: U+2A6D5 … */
  lacking: string | null
}

/** Fetches what the server draws when it is asked for. */
export async function fetchFile(address: string, locale: string): Promise<Fetched> {
  const response = await fetch(address, { credentials: 'include', headers: { 'accept-language': locale } }).catch(() => null)
  if (response?.ok) return { blob: await response.blob(), lacking: response.headers.get('x-lacking') }
  const answer = (await response?.json().catch(() => null)) as { errors?: WireError[] } | null | undefined
  throw answer?.errors?.[0] ? refusalOf(answer.errors[0]) : new HttpError('console.error.unreachable', 503, { code: 'UNREACHABLE' })
}

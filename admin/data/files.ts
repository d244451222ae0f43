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

/** Sends a file of any kind; what is wrong with the file itself is the refusal's message. Names go in letters that a header takes. */
export async function sendFile<T>(address: string, file: Blob, { locale, type, headers = {} }: { locale: string; type: string; headers?: Record<string, string> }): Promise<T> {
  const spelled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, encodeURIComponent(value)]))
  const response = await fetch(address, { method: 'POST', credentials: 'include', headers: { 'content-type': type, 'accept-language': locale, 'apollo-require-preflight': 'true', ...spelled }, body: file }).catch(() => null)
  const answer = (await response?.json().catch(() => null)) as (T & { errors?: WireError[] }) | null | undefined
  if (response?.ok && answer) return answer
  if (response?.status === 413) throw new HttpError('console.fileTooLarge', 422, { code: 'INVALID' })
  const refused = answer?.errors?.[0] && refusalOf(answer.errors[0])
  if (!refused) throw new HttpError('console.error.unreachable', 503, { code: 'UNREACHABLE' })
  const { errors: { file: said } = {} } = refused.body as { errors?: Record<string, string> }
  throw said ? new HttpError(said, refused.status, { code: 'INVALID' }) : refused
}

/** Sends a photo; answers with the id that a mutation's `photoIds` take. */
export async function sendPhoto(photo: Blob, locale: string): Promise<string> {
  const small = await shrink(photo).catch(() => Promise.reject(new HttpError('console.photos.unreadable', 422, { code: 'INVALID' })))
  return (await sendFile<{ id: string }>('/files', small, { locale, type: 'image/jpeg' })).id
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

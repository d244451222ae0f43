import sharp from 'sharp'
import { app, type Person } from './app'

/** A picture that somebody has sent and nothing has yet; its id. */
export async function aPicture(who: Person): Promise<string> {
  const { http } = await app()
  const payload = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#286' } }).jpeg().toBuffer()
  const response = await http.inject({ method: 'POST', url: '/files', headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${who.token}` }, payload })
  return (response.json() as { id: string }).id
}

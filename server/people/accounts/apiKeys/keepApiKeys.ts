import { ANYONE } from '../../../kernel/access'
import type { Context } from '../../../kernel/context'
import { Invalid, WrongState } from '../../../kernel/errors'
import { say } from '../../../kernel/text'
import { newToken } from '../identify'
import { ApiKey, ApiKeyState } from './ApiKey'
import { forgetApiKeys } from './identifyApiKey'
import type { ApiKeyChange, ApiKeyInput } from './inputs'

/** What anybody may ask, but is the console's own affair: no key needs it. */
const OF_THE_CONSOLE = new Set(['about', 'signIn'])

/** The operations that a key may be given: those that need no sign-in. */
export const publicOperations = (fields: Readonly<Record<string, { extensions: { allow?: unknown } }>>): string[] =>
  Object.keys(fields).filter(name => fields[name]!.extensions.allow === ANYONE && !OF_THE_CONSOLE.has(name)).sort()

/** Gives a front end a key; it is in this answer only. */
export async function createApiKey(ctx: Context, input: ApiKeyInput, known: readonly string[]): Promise<{ apiKey: ApiKey; key: string }> {
  const { token, tokenHash } = newToken()
  const apiKey = ApiKey.of({ keyHash: tokenHash, hint: token.slice(0, 6), state: ApiKeyState.ACTIVE, lastUsedAt: null })
  write(apiKey, input, known)
  forgetApiKeys()
  return { apiKey: await ctx.store.save(apiKey, { action: 'CREATE' }), key: token }
}

/** Changes what a key may ask, from where and how often. */
export async function updateApiKey(ctx: Context, id: string, version: number, input: ApiKeyChange, known: readonly string[]): Promise<ApiKey> {
  const apiKey = await ctx.store.hold(ApiKey, id, version)
  if (apiKey.state !== ApiKeyState.ACTIVE) throw new WrongState(apiKey.state, [])
  write(apiKey, input, known)
  forgetApiKeys()
  return ctx.store.save(apiKey)
}

/** Takes a key back for good; it is dead within five seconds everywhere. */
export async function revokeApiKey(ctx: Context, id: string, version: number, reason: string): Promise<ApiKey> {
  if (!reason.trim()) throw new Invalid({ reason: say('请写明原因。', 'Say why.') })
  const apiKey = await ctx.store.hold(ApiKey, id, version)
  if (apiKey.state !== ApiKeyState.ACTIVE) throw new WrongState(apiKey.state, [])
  apiKey.state = ApiKeyState.REVOKED
  forgetApiKeys()
  return ctx.store.save(apiKey, { action: 'REVOKE', note: reason })
}

function write(apiKey: ApiKey, { name, origins, operations, perMinute }: ApiKeyChange, known: readonly string[]): void {
  if (name !== undefined) {
    if (!name.trim()) throw new Invalid({ name: say('请填写名称。', 'Give it a name.') })
    apiKey.name = name.trim()
  }
  if (origins !== undefined) apiKey.origins = [...new Set(origins.map(originOf))]
  if (operations !== undefined) {
    const unknown = operations.filter(one => !known.includes(one))
    if (unknown.length > 0) throw new Invalid({ operations: say(`没有这些公开接口：${unknown.join('、')}。`, `No public operation is called ${unknown.join(', ')}.`) })
    apiKey.operations = [...new Set(operations)]
  }
  if (perMinute !== undefined) apiKey.perMinute = perMinute
}

/** An origin as browsers send it: scheme, host and port, nothing behind. */
function originOf(text: string): string {
  const bare = text.trim().replace(/\/$/, '')
  const origin = URL.canParse(bare) ? new URL(bare).origin : 'null'
  if (origin !== bare.toLowerCase() || !/^https?:/.test(origin) || origin.includes(',')) throw new Invalid({ origins: say(`“${text.trim().slice(0, 60)}”不是网站来源，应形如 https://www.example.org。`, `“${text.trim().slice(0, 60)}” is no origin; it looks like https://www.example.org.`) })
  return origin
}

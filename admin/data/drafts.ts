import type { Session } from './session'

/** What was typed into a form and not saved. */
export interface Draft {
  /** When it was last typed into, in ms. */
  at: number
  values: Record<string, unknown>
  /** What the form held before anything was typed. */
  base: Record<string, unknown>
  /** What it would be sent with, so that what was sent before a crash and comes again changes nothing. */
  clientKey: string
}

const PREFIX = 'laobing.draft.'
/** How long a draft is kept: three days. */
const LIFE_MS = 72 * 3_600_000
/** How long typing must rest before it is sealed. */
const REST_MS = 300

/**
 * Unfinished forms, on the machine where they were typed. A draft must outlive a closed tab, a crash and a lost session on a
 * machine that others use too; a key that dies with the session would take the draft along, so the key is the account's own,
 * told by the server to its session and kept nowhere here: what stays behind opens for whoever wrote it, once they have
 * signed in again, and for nobody else. Where the browser has no encryption (plain HTTP), drafts last as long as the page.
 */
export class Drafts {
  private readonly pending = new Map<string, Draft>()
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()
  private writing: Promise<unknown> = Promise.resolve()
  private key: { of: string; key: Promise<CryptoKey> } | null = null
  private account: string | null = null

  constructor(
    private readonly session: Session,
    private readonly storage: Storage = localStorage,
    private readonly crypt: SubtleCrypto | null = globalThis.crypto?.subtle ?? null,
  ) {
    this.sweep()
    session.subscribe(() => this.forgetOthers())
  }

  /** Whether drafts outlive the page; without encryption they do not. */
  get lasting(): boolean {
    return this.crypt !== null
  }

  /** Whether something unfinished is kept under a name. */
  has(name: string): boolean {
    const place = this.placeOf(name)
    return place !== null && (this.pending.has(place) || isFresh(this.storage.getItem(place)))
  }

  /** Keeps what is being typed; sealed once typing rests. */
  keep(name: string, draft: Draft): void {
    const place = this.placeOf(name)
    if (place === null) return
    this.pending.set(place, draft)
    clearTimeout(this.timers.get(place))
    const key = this.sealingKey()
    if (key) this.timers.set(place, setTimeout(() => this.after(() => this.seal(place, key)), REST_MS))
  }

  /** What was left unfinished under a name, or null. */
  async find(name: string): Promise<Draft | null> {
    const place = this.placeOf(name)
    if (place === null) return null
    const draft = this.pending.get(place) ?? (await this.after(() => this.unseal(place)))
    return draft && Date.now() - draft.at < LIFE_MS ? draft : null
  }

  /** Forgets a draft: it was saved, or nobody wants it. */
  drop(name: string): Promise<unknown> {
    const place = this.placeOf(name)
    if (place === null) return Promise.resolve()
    this.pending.delete(place)
    clearTimeout(this.timers.get(place))
    return this.after(async () => this.storage.removeItem(place))
  }

  private placeOf(name: string): string | null {
    const id = this.session.current()?.account.id
    return id ? `${PREFIX}${id}.${name}` : null
  }

  private sealingKey(): Promise<CryptoKey> | null {
    const told = this.session.current()?.draftKey
    if (!this.crypt || !told) return null
    if (this.key?.of !== told) this.key = { of: told, key: this.crypt.importKey('raw', bytesOf(told), 'AES-GCM', false, ['encrypt', 'decrypt']) }
    return this.key.key
  }

  /** One after another, so that what was typed last stands last. */
  private after<T>(work: () => Promise<T>): Promise<T> {
    const done = this.writing.then(work)
    this.writing = done.catch(() => undefined)
    return done
  }

  private async seal(place: string, key: Promise<CryptoKey>): Promise<void> {
    const draft = this.pending.get(place)
    if (!draft) return
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const sealed = await this.crypt!.encrypt({ name: 'AES-GCM', iv, additionalData: textOf(place) }, await key, textOf(JSON.stringify(draft)))
    // Dropped meanwhile, or typed into again: then there is nothing to write, or more to come.
    if (this.pending.get(place) !== draft) return
    this.storage.setItem(place, [draft.at, base64(iv), base64(new Uint8Array(sealed))].join(' '))
    this.pending.delete(place)
  }

  private async unseal(place: string): Promise<Draft | null> {
    const kept = this.storage.getItem(place)
    const key = this.sealingKey()
    if (!kept || !key || !isFresh(kept)) return null
    const [, iv, sealed] = kept.split(' ')
    try {
      const text = await this.crypt!.decrypt({ name: 'AES-GCM', iv: bytesOf(iv!), additionalData: textOf(place) }, await key, bytesOf(sealed!))
      return JSON.parse(new TextDecoder().decode(text)) as Draft
    } catch {
      // Sealed before the password, the role or the reach changed: it will never open again.
      this.storage.removeItem(place)
      return null
    }
  }

  /** Removes what is too old, whoever wrote it. */
  private sweep(): void {
    const places = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at)!)
    for (const place of places) if (place.startsWith(PREFIX) && !isFresh(this.storage.getItem(place))) this.storage.removeItem(place)
  }

  /** When another signs in on this page, nothing of the one before stays in it. */
  private forgetOthers(): void {
    const id = this.session.current()?.account.id
    if (!id || id === this.account) return
    if (this.account) this.pending.clear()
    this.account = id
  }
}

const isFresh = (kept: string | null): boolean => kept !== null && Date.now() - Number(kept.split(' ', 1)[0]) < LIFE_MS
const textOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))

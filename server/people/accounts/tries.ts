import type { Context } from '../../kernel/context'
import { newId } from '../../kernel/entity'
import { Refusal } from '../../kernel/errors'
import { fingerprint } from '../../kernel/sealed'
import { say } from '../../kernel/text'

/** How many wrong tries in a row lock a name, for how many minutes, and after how many the tries below that are forgotten (quality.md, access). */
const TRIES = 5
const LOCK_MINUTES = 15
const FORGET_MINUTES = 24 * 60

/** A failed try: it is remembered, though the act is refused. */
export class FailedTry extends Refusal {
  readonly keeps = true
  constructor(
    readonly code: 'BAD_CREDENTIALS' | 'LOCKED' | 'TOTP_REQUIRED',
    details: Record<string, unknown> = {},
  ) {
    super(FailedTry.texts[code], details)
  }

  private static readonly texts = {
    BAD_CREDENTIALS: say('用户名、密码或动态码不正确。', 'The user name, the password or the code is wrong.'),
    LOCKED: say(`密码多次错误，账号已锁定，请 ${LOCK_MINUTES} 分钟后再试。`, `Too many wrong tries: the account is locked for ${LOCK_MINUTES} minutes.`),
    TOTP_REQUIRED: say('请输入动态码。', 'Enter the code of your second factor.'),
  }
}

/** The wrong tries of one name, held until the act ends, so that parallel ones do not multiply. A name that nobody has is counted like any other. */
export class Tries {
  private constructor(
    private readonly ctx: Context,
    private readonly key: string,
    private count: number,
    private endsAt: Date,
  ) {}

  static async hold(ctx: Context, username: string): Promise<Tries> {
    const { store, now } = ctx
    const key = fingerprint(`name/${username}`)
    await store.sql('INSERT INTO throttles (id, version, createdAt, updatedAt, `key`, tries, endsAt) VALUES (?,1,?,?,?,0,?) ON DUPLICATE KEY UPDATE version = version + 1', [newId(), now, now, key, now])
    const [row] = await store.sql('SELECT tries, endsAt FROM throttles WHERE `key` = ? FOR UPDATE', [key])
    const endsAt = row!.endsAt as Date
    return new Tries(ctx, key, endsAt > now ? Number(row!.tries) : 0, endsAt)
  }

  /** Until when the name is locked, or null. */
  get lockedUntil(): Date | null {
    return this.count >= TRIES ? this.endsAt : null
  }

  /** Whether these are the first tries in a row: of a name that nobody has, only the first leaves a line in the trail. */
  get isFirst(): boolean {
    return this.count === 1
  }

  /** Refuses while the name is locked; the first refusal of a lock leaves a line in the trail. */
  async mustBeOpen(entityId: string): Promise<void> {
    const { lockedUntil } = this
    if (!lockedUntil) return
    if (this.count === TRIES) this.ctx.store.remark('Account', entityId, null, { action: 'LOCKED' })
    await this.write(this.count + 1, lockedUntil)
    throw new FailedTry('LOCKED', { until: lockedUntil.toISOString() })
  }

  /** Counts a wrong try; the fifth in a row locks the name. */
  async fail(): Promise<void> {
    const minutes = this.count + 1 >= TRIES ? LOCK_MINUTES : FORGET_MINUTES
    await this.write(this.count + 1, new Date(this.ctx.now.getTime() + minutes * 60_000))
  }

  /** Forgets the wrong tries. */
  forget(): Promise<void> {
    return this.write(0, this.ctx.now)
  }

  private async write(count: number, endsAt: Date): Promise<void> {
    this.count = count
    this.endsAt = endsAt
    await this.ctx.store.sql('UPDATE throttles SET tries = ?, endsAt = ?, updatedAt = ? WHERE `key` = ?', [count, endsAt, this.ctx.now, this.key])
  }
}

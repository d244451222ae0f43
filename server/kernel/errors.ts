import { say, type Text } from './text'

/** Everything the server may say no with. Anything else that is thrown is our bug. */
export abstract class Refusal extends Error {
  abstract readonly code: string
  /** True where the refusal itself must be remembered: what the act wrote is kept (a failed sign-in counts). */
  readonly keeps: boolean = false

  constructor(
    readonly text: Text,
    readonly details: Record<string, unknown> = {},
  ) {
    // It is an answer and no fault: where it was made nobody reads, and a list makes one for every button that is not open.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(text.en)
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** Nobody has signed in, or the session has ended. */
export class Unauthenticated extends Refusal {
  readonly code = 'UNAUTHENTICATED'
  constructor(text = say('请先登录。', 'Please sign in first.')) {
    super(text)
  }
}

/** The actor's role does not carry the permission. */
export class Forbidden extends Refusal {
  readonly code = 'FORBIDDEN'
  constructor(permission: string) {
    super(say('您的角色没有这项权限，如确有需要请联系局管理员。', 'Your role may not do this; ask the bureau administrator if you need to.'), { permission })
  }
}

/** Absent, removed, or out of the actor's reach: the three look the same from outside. */
export class NotFound extends Refusal {
  readonly code = 'NOT_FOUND'
  constructor() {
    super(say('没有找到这条记录，它可能已被移除，或不在您的管辖范围内。', 'No such record: it may have been removed, or lies outside your reach.'))
  }
}

/** The input is wrong in itself; `fields` maps input paths to what is wrong with them. */
export class Invalid extends Refusal {
  readonly code = 'INVALID'
  constructor(readonly fields: Record<string, Text>) {
    super(say('有内容需要更正。', 'Some fields need correcting.'))
  }
}

/** Somebody else changed the record first. */
export class Stale extends Refusal {
  readonly code = 'STALE'
  constructor(version: number | null, changed: readonly string[] = []) {
    super(say('刚才有人先保存了这条记录，请核对后再提交。', 'Someone saved this record first; compare and submit again.'), { version, changed })
  }
}

/** The action is not open in the record's present state. */
export class WrongState extends Refusal {
  readonly code = 'WRONG_STATE'
  constructor(state: string, open: readonly string[], text = say('记录目前的状态不能进行这项操作。', 'The record is not in a state for this action.')) {
    super(text, { state, open })
  }
}

/** A unique thing exists already. */
export class Duplicate extends Refusal {
  readonly code = 'DUPLICATE'
  constructor(text = say('相同的记录已经存在。', 'The same record exists already.'), details: Record<string, unknown> = {}) {
    super(text, details)
  }
}

/** The same `clientKey` came again with another content. */
export class KeyReused extends Refusal {
  readonly code = 'IDEMPOTENCY_KEY_REUSED'
  constructor() {
    super(say('同一个提交编号被用于不同的内容，请刷新后重试。', 'This client key was already used for something else; refresh and try again.'))
  }
}

/** Too many requests; `retryAfter` is in seconds. */
export class Limited extends Refusal {
  readonly code = 'LIMITED'
  constructor(
    readonly retryAfter: number,
    /** Whether the trail has a line already of this asker's hurry. */
    readonly quiet = false,
  ) {
    const minutes = Math.ceil(retryAfter / 60)
    const text = retryAfter > 120 ? say(`操作过于频繁，请 ${minutes} 分钟后再试。`, `Too many requests; try again in ${minutes} min.`) : say(`操作过于频繁，请 ${retryAfter} 秒后再试。`, `Too many requests; try again in ${retryAfter} s.`)
    super(text, { retryAfter })
  }
}

/** A value cannot be what it is given for: letters where codes are kept, or more than there is room for. */
export class Unfit extends Refusal {
  readonly code = 'BAD_REQUEST'
  constructor() {
    super(say('有内容含有不能识别的字符，或超出了长度。', 'A value holds characters that cannot be meant there, or is too long.'))
  }
}

/** The database, or what else is needed, is away or too slow; what was asked may be asked again. */
export class Unavailable extends Refusal {
  readonly code = 'UNAVAILABLE'
  readonly retryAfter = 2
  constructor(text = say('系统暂时不可用，请稍后重试；您填写的内容没有丢失。', 'The system is away for a moment; please try again.')) {
    super(text, { retryAfter: 2 })
  }
}

/** A rule of the domain forbids it; each module names its own codes with `refusalCodes`. */
export class Refused extends Refusal {
  constructor(
    readonly code: DomainCode,
    text: Text,
    details: Record<string, unknown> = {},
  ) {
    super(text, details)
  }
}

/** Every code an error may carry; the schema's `RefusalCode` enum. */
export const RefusalCode = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  INVALID: 'INVALID',
  STALE: 'STALE',
  WRONG_STATE: 'WRONG_STATE',
  DUPLICATE: 'DUPLICATE',
  IDEMPOTENCY_KEY_REUSED: 'IDEMPOTENCY_KEY_REUSED',
  LIMITED: 'LIMITED',
  UNAVAILABLE: 'UNAVAILABLE',
  BAD_REQUEST: 'BAD_REQUEST',
  INTERNAL: 'INTERNAL',
  CONSENT_MISSING: 'CONSENT_MISSING',
  OVER_CAPACITY: 'OVER_CAPACITY',
  SELF_APPROVAL: 'SELF_APPROVAL',
  INELIGIBLE: 'INELIGIBLE',
  OVERLAP: 'OVERLAP',
  LOCKED: 'LOCKED',
  BAD_CREDENTIALS: 'BAD_CREDENTIALS',
  TOTP_REQUIRED: 'TOTP_REQUIRED',
  PASSWORD_CHANGE_REQUIRED: 'PASSWORD_CHANGE_REQUIRED',
  LAST_ADMINISTRATOR: 'LAST_ADMINISTRATOR',
  AMBIGUOUS: 'AMBIGUOUS',
  EXPIRED: 'EXPIRED',
} as const
export type RefusalCode = keyof typeof RefusalCode
export type DomainCode = RefusalCode

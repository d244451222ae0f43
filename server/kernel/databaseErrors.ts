import { Stale, Unfit } from './errors'

/** A deadlock, a lock wait or a failed certification, as InnoDB, Galera, group replication and TiDB call it: nothing of the transaction stands, and all of it may be run again. */
const RETRYABLE = new Set([1213, 1205, 1020, 1180, 3101, 8002, 8022, 9007])
/** Waited too long for somebody else's lock. */
const LOCK_WAITED_OUT = 1205

const AWAY = /^(ECONN|PROTOCOL_|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ER_CON_COUNT|ER_SERVER_SHUTDOWN|ER_TOO_MANY|POOL_)/
/** Refusing, ended or not yet ready (with Galera's 1047); read-only; out of time; out of disk, of memory or of connections. */
const AWAY_NUMBERS = new Set([
  1040, 1047, 1053, 1129, 1158, 1159, 1160, 1161, 1927, 2006, 2013, 4031, 1290, 1792, 1836, 1317, 1969, 3024, 3, 20, 1021, 1026, 1030, 1114, 1037, 1041, 1203, 1206, 1226, 1637,
])

interface DriverError {
  code?: string
  errno?: number
  sqlMessage?: string
}

/** A deadlock, a lock wait or a failed certification: the whole act may be run again. */
export const isRetryable = (error: unknown): boolean => RETRYABLE.has((error as DriverError)?.errno ?? 0)
/** The database is away, refusing or read-only. */
export const isAway = (error: unknown): boolean => {
  const { code, errno } = (error ?? {}) as DriverError
  return AWAY_NUMBERS.has(errno ?? 0) || AWAY.test(code ?? '') || /closed state|Pool is closed|Connection lost/i.test(String((error as Error)?.message ?? ''))
}
/** Codes are ASCII: other letters can neither be compared with them nor kept as them; nor can what is too long or too large. */
const UNFIT = new Set([1264, 1267, 1270, 1271, 1366, 1406, 3854, 3988])
/** A row of another version than the act held: its statement sets no version then, and a row must have one. */
const isStale = ({ errno, sqlMessage }: DriverError): boolean => errno === 1048 && /'version'/.test(sqlMessage ?? '')
/** What the database says, as a refusal where it speaks of what was sent. */
export function fitting(error: unknown): unknown {
  const said = (error ?? {}) as DriverError
  if (isStale(said)) return new Stale(null)
  return UNFIT.has(said.errno ?? 0) ? new Unfit() : error
}
/** A unique index has the value already. */
export const isDuplicate = (error: unknown): boolean => (error as DriverError)?.errno === 1062

/** A statement was ended because its time was over, as MariaDB and MySQL call it. */
const OUT_OF_TIME = new Set([1969, 3024])
export const isOutOfTime = (error: unknown): boolean => OUT_OF_TIME.has((error as DriverError)?.errno ?? 0)
export const isLockWaitedOut = (error: unknown): boolean => (error as DriverError)?.errno === LOCK_WAITED_OUT

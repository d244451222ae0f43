import pino from 'pino'

/** Structured logs on standard output. Messages carry ids and codes, never what people wrote. */
export const log = pino({ level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'), base: null, timestamp: pino.stdTimeFunctions.isoTime })

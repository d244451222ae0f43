import { HttpError } from 'ra-core'

/** What the server says when it says no, as it travels in an error's extensions. */
export interface RefusalDetails {
  code: string
  requestId?: string
  /** Input path → what is wrong with it. */
  fields?: Record<string, string>
  /** STALE: the record's version now, and the fields that somebody else changed. */
  version?: number
  changed?: string[]
  /** WRONG_STATE: the record's state and the actions open in it. */
  state?: string
  open?: string[]
  /** LIMITED and UNAVAILABLE: seconds to wait. */
  retryAfter?: number
  [detail: string]: unknown
}

/** The body that every page finds on an error: the refusal's details, with `errors` where react-admin's forms look for them. */
export type RefusalBody = RefusalDetails & { errors?: Record<string, string> }

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  STALE: 409,
  WRONG_STATE: 409,
  DUPLICATE: 409,
  INVALID: 422,
  LIMITED: 429,
  UNAVAILABLE: 503,
  UNREACHABLE: 503,
  INTERNAL: 500,
}

/** One GraphQL error as the wire carries it. */
export interface WireError {
  message: string
  /** Where in the document it is: said of what the server could not even read, in words for programmers. */
  locations?: readonly unknown[]
  extensions?: Record<string, unknown> | null
}

/** The error that react-admin knows how to show, made of the server's refusal. What is worded for programmers is a key of the catalogue instead. */
export function refusalOf({ message, locations, extensions }: WireError): HttpError {
  const details = { code: 'INTERNAL', ...extensions } as RefusalDetails
  const said = details.code === 'BAD_REQUEST' && locations ? 'console.error.unreadable' : message
  const { fields, ...rest } = details
  const errors = fields && Object.fromEntries(Object.entries(fields).map(([path, text]) => [path.replace(/^input\./, ''), text]))
  return new HttpError(said, STATUS[details.code] ?? 400, { ...rest, fields, ...(errors && { errors }) } satisfies RefusalBody)
}

/** The refusal's details of any error a page may meet; `UNREACHABLE` when nothing answered at all. */
export function detailsOf(error: unknown): RefusalBody {
  const body = error instanceof HttpError ? (error.body as unknown) : undefined
  if (body && typeof body === 'object' && 'code' in body) return body as RefusalBody
  return { code: 'UNREACHABLE' }
}

/** The code of any error a page may meet. */
export const codeOf = (error: unknown): string => detailsOf(error).code

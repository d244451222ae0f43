import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { Certificate } from './Certificate'
import type { CertificateFilter, CertificateSort } from './inputs'

/** The certificates within reach that a question asks for; a word finds by the beginning of the number alone. */
export const searchCertificates = (ctx: Context, filter: CertificateFilter, sort: CertificateSort | null): Query<Certificate> =>
  search(ctx, Certificate, { filter, sort, rules: { q: (rows, q) => (/^[\d-]+$/.test(q.trim()) ? rows.where('it.number LIKE ?', `${q.trim()}%`) : rows.where('1=0')) } })

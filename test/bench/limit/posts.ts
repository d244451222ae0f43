import { PioneerPost } from '../../../server/programmes/posts/PioneerPost'
import { barTo } from '../../../server/programmes/posts/postConditions'
import { postWorkflow } from '../../../server/programmes/posts/postWorkflow'
import { officer } from './cases'
import { codes, type Limit, offset, type Row, subtree, today } from './Limit'

interface Asked {
  filter: { region?: string; state?: string[]; placeKind?: string[] }
  page: { number: number; size: number }
}

/** The register's page: posts with their employers, how they are staffed, what is said against them, the review that waits. */
export async function posts(limit: Limit, { filter, page }: Asked): Promise<unknown> {
  const conditions: [sql: string, value: unknown][] = []
  if (filter.region) conditions.push(['regionCode LIKE ?', subtree(filter.region)])
  if (filter.state) conditions.push(['state IN (?)', filter.state])
  const where = conditions.map(([sql]) => sql).join(' AND ')
  const values = conditions.map(([, value]) => value)
  const [rows, [count]] = await Promise.all([
    limit.query(
      `SELECT it.id, it.version, it.number, it.state, it.title, it.placeKind, it.place, it.plaqueNo, it.appliedOn, it.grantedOn, it.validTo, it.noticeTo, it.rectifyBy, it.lastLoggedOn, it.plaqueDueOn, it.plaqueReturnedOn, it.revokeProposedFor,
              it.regionCode, it.createdById, it.appliedById, it.recommendedById, it.inspectorIds, it.passed, e.id AS e, e.name, e.kind, r.id AS r, r.dueOn AS reviewOn, u.expiryDays,
              (SELECT COUNT(DISTINCT m.personId) FROM employments m JOIN persons p ON p.id = m.personId WHERE m.employerId = it.employerId AND m.\`to\` IS NULL AND p.isVeteran = 1 AND p.state = 'ACTIVE') AS veterans,
              (SELECT COUNT(DISTINCT h.personId) FROM post_holders h JOIN employments m ON m.employerId = it.employerId AND m.personId = h.personId AND m.\`to\` IS NULL JOIN persons p ON p.id = h.personId
                WHERE h.postId = it.id AND h.\`to\` IS NULL AND p.isVeteran = 1 AND p.state = 'ACTIVE') AS holders,
              (SELECT COUNT(*) FROM post_objections o WHERE o.postId = it.id AND o.state = 'OPEN') AS objections
         FROM (SELECT id FROM pioneer_posts WHERE ${where} ORDER BY number DESC, id DESC${offset(page)}) k JOIN pioneer_posts it ON it.id = k.id JOIN employers e ON e.id = it.employerId
         LEFT JOIN post_reviews r ON r.postId = it.id AND r.state = 'DUE' LEFT JOIN post_rules u ON u.id = it.ruleId ORDER BY it.number DESC, it.id DESC`,
      values,
    ),
    limit.query(`SELECT COUNT(*) AS n FROM pioneer_posts WHERE ${where}`, values),
  ])
  return { list: { total: count!.n, more: false, items: rows.map(row => shown(limit, row)) } }
}

function shown(limit: Limit, row: Row): unknown {
  const { id, version, number, state, title, placeKind, place, plaqueNo, appliedOn, grantedOn, validTo, noticeTo, rectifyBy, lastLoggedOn, plaqueDueOn, plaqueReturnedOn, revokeProposedFor } = row
  return {
    id, version, number, state, title, placeKind, place, plaqueNo, appliedOn, grantedOn, validTo, noticeTo, rectifyBy, lastLoggedOn, plaqueDueOn, plaqueReturnedOn, revokeProposedFor, veteranCount: row.holders, openObjections: row.objections,
    employer: { id: row.e, name: row.name, kind: row.kind }, region: limit.placed(row.regionCode as string), dueReview: row.r && { id: row.r, dueOn: row.reviewOn, overdue: (row.reviewOn as string) < today() },
    openActions: openOn(limit, row),
  }
}

/** By the product's own rules. */
function openOn(limit: Limit, row: Row): string[] {
  const facts = { today: today(), veterans: Number(row.veterans), holders: Number(row.holders), openObjections: Number(row.objections), reviewId: row.r as string | null, expiryDays: Number(row.expiryDays ?? 0) }
  row.inspectorIds = codes(row.inspectorIds)
  const post = Object.setPrototypeOf(row, PioneerPost.prototype as object) as PioneerPost
  return postWorkflow.open(post, officer(limit)).filter(action => barTo(action, post, officer(limit), facts) === null)
}

/** What hangs, for anybody. */
export async function publicPosts(limit: Limit, { filter, page }: Asked): Promise<unknown> {
  const conditions: [sql: string, value: unknown][] = [["it.state IN ('GRANTED','RECTIFYING') AND it.validTo >= ?", today()]]
  if (filter.region) conditions.push(['it.regionCode LIKE ?', subtree(filter.region)])
  if (filter.placeKind) conditions.push(['it.placeKind IN (?)', filter.placeKind])
  const where = conditions.map(([sql]) => sql).join(' AND ')
  const values = conditions.map(([, value]) => value)
  const [rows, [count]] = await Promise.all([
    limit.query(
      `SELECT it.plaqueNo, it.title, e.name AS employerName, it.placeKind, it.place, it.regionCode, it.services, it.serviceNote, it.pledge, it.openingHours, it.grantedOn, it.validTo
         FROM (SELECT it.id FROM pioneer_posts it WHERE ${where} ORDER BY it.regionCode, it.id${offset(page)}) k JOIN pioneer_posts it ON it.id = k.id JOIN employers e ON e.id = it.employerId ORDER BY it.regionCode, it.id`,
      values,
    ),
    limit.query(`SELECT COUNT(*) AS n FROM pioneer_posts it WHERE ${where}`, values),
  ])
  return {
    publicPosts: {
      total: count!.n,
      items: rows.map(({ regionCode, services, ...row }) => {
        const offered = codes(services)
        return { ...row, region: limit.region(regionCode as string), items: limit.services.filter(({ code }) => offered.includes(code)) }
      }),
    },
  }
}

import type { Content } from 'pdfmake/interfaces'
import { regionOf } from '../../../bureau/regions/regionOf'
import type { Context } from '../../../kernel/context'
import { type Drawn, drawPaper, type Paper } from '../../../kernel/paper'
import { keepPace } from '../../../kernel/throttle'
import { Employer } from '../../../people/employers/Employer'
import { PioneerPost } from '../PioneerPost'
import { PostReview, ReviewResult, ReviewState } from '../reviews/PostReview'
import { ReviewRound } from '../reviews/ReviewRound'
import { issuerOf, PRINTING } from './printPlaques'

const RESULTS: Record<ReviewResult, string> = { PASS: '合格', RECTIFY: '限期整改', FAIL: '不合格' }
const ORDER: readonly ReviewResult[] = [ReviewResult.PASS, ReviewResult.RECTIFY, ReviewResult.FAIL]
const NUMERALS = ['一', '二', '三']

interface Line {
  plaqueNo: string
  title: string
  employerName: string
  region: string
  score: string
  findings: string
  result: ReviewResult
}

/** The decision on a year's reviews, as far as they are held and within reach, to be signed and sealed; it leaves a line in the trail. */
export async function printRound(ctx: Context, id: string): Promise<Drawn & { name: string }> {
  ctx.actor.mustBeAllowed('post.review')
  const { round, lines, waiting } = (await keepPace('printRound', PRINTING, ctx, () => ctx.transact('printRound', inner => read(inner, id)))) as { round: ReviewRound; lines: Line[]; waiting: number }
  return { name: `review-${round.year}.pdf`, ...(await drawPaper(roundPaper(round, lines, waiting, await issuerOf(ctx), ctx.today))) }
}

async function read(ctx: Context, id: string): Promise<{ round: ReviewRound; lines: Line[]; waiting: number }> {
  const round = await ctx.store.get(ReviewRound, id)
  const reviews = await ctx.store.query(PostReview).where('it.roundId = ? AND it.state <> ?', id, ReviewState.CANCELLED).orderBy('it.regionCode').orderBy('it.id').rows()
  ctx.store.remark('ReviewRound', id, round.regionCode, { action: 'PRINT' })
  const lines = await Promise.all(reviews.filter(({ state }) => state === ReviewState.DONE).map(async ({ postId, employerId, regionCode, score, most, findings, result }) => {
    const [post, employer, region] = await Promise.all([ctx.store.follow(PioneerPost, postId), ctx.store.follow(Employer, employerId), regionOf(ctx, `${regionCode.slice(0, 9)}000`)])
    return { plaqueNo: post?.plaqueNo ?? '', title: post?.title ?? '', employerName: employer?.name ?? '', region: region.name, score: `${score}/${most}`, findings: findings ?? '', result: result! }
  }))
  return { round, lines, waiting: reviews.length - lines.length }
}

function roundPaper({ year, dueOn }: ReviewRound, lines: readonly Line[], waiting: number, issuer: string, today: string): Paper {
  const parts = ORDER.map(result => ({ result, of: lines.filter(one => one.result === result) })).filter(({ of }) => of.length > 0)
  return {
    pageSize: 'A4',
    pageMargins: [48, 52, 48, 56],
    info: { title: `${year}年度退役军人先锋示范岗年审决定`, author: issuer },
    footer: '第 {page} 页，共 {pages} 页',
    content: [
      { text: issuer, alignment: 'center', fontSize: 14 },
      { text: `关于${year}年度退役军人先锋示范岗年审结果的决定`, alignment: 'center', fontSize: 18, bold: true, margin: [0, 8, 0, 12] },
      { text: `${year}年度年审应于 ${dueOn} 前完成，已年审 ${lines.length} 个${waiting > 0 ? `，另有 ${waiting} 个尚未年审` : ''}。结果如下：`, margin: [0, 0, 0, 6] },
      ...parts.flatMap(({ result, of }, n): Content[] => [{ text: `${NUMERALS[n]}、${RESULTS[result]}（${of.length} 个）`, bold: true, margin: [0, 8, 0, 3] }, table(of, result !== ReviewResult.PASS)]),
      { unbreakable: true, margin: [0, 24, 0, 0], columns: [{ width: '*', text: '' }, { width: 200, stack: [{ text: '（盖章处）', alignment: 'center', color: '#999999', margin: [0, 30, 0, 30] }, { text: today, alignment: 'center' }] }] },
    ],
  }
}

function table(lines: readonly Line[], withFindings: boolean): Content {
  const head = ['序号', '牌匾编号', '岗位', '单位', '苏木乡镇', '得分', ...(withFindings ? ['问题和整改要求'] : [])].map(text => ({ text, bold: true, fillColor: '#f0f0f0' }))
  const body = lines.map((one, n) => [String(n + 1), one.plaqueNo, one.title, one.employerName, one.region, one.score, ...(withFindings ? [one.findings] : [])])
  return { table: { headerRows: 1, dontBreakRows: true, widths: [24, 72, '*', '*', 62, 40, ...(withFindings ? ['*'] : [])], body: [head, ...body] }, fontSize: 9, layout: 'lines' }
}

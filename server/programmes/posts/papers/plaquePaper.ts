import type { Content } from 'pdfmake/interfaces'
import type { Paper } from '../../../kernel/paper'

/** What stands on a plaque's label. */
export interface PlaqueLabel {
  plaqueNo: string
  title: string
  employerName: string
  place: string
  grantedOn: string
  validTo: string
  /** Where anybody may see whether it holds, praise or complain: what the QR code carries. */
  address: string
}

const COLUMNS = 2
const ROWS = 4

/** The labels of plaques with their codes, eight to a page, to be cut and put up beside the plaque. */
export function plaquePaper(labels: readonly PlaqueLabel[], issuer: string): Paper {
  const rows = Array.from({ length: Math.ceil(labels.length / COLUMNS) }, (_, n) => labels.slice(n * COLUMNS, (n + 1) * COLUMNS).map(one => label(one, issuer)))
  const pages = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, n) => rows.slice(n * ROWS, (n + 1) * ROWS))
  return {
    pageSize: 'A4',
    pageMargins: [28, 28, 28, 40],
    info: { title: '先锋示范岗牌匾标签', author: issuer },
    footer: '沿线裁开，贴于牌匾旁。　第 {page} 页，共 {pages} 页',
    content: pages.map((page, n): Content => ({
      table: { widths: ['*', '*'], heights: 178, dontBreakRows: true, body: page.map(cells => (cells.length < COLUMNS ? [...cells, { text: '' }] : cells)) },
      layout: 'form', ...(n > 0 && { pageBreak: 'before' as const }),
    })),
  }
}

function label({ plaqueNo, title, employerName, place, grantedOn, validTo, address }: PlaqueLabel, issuer: string): Content {
  return {
    stack: [
      { text: '退役军人先锋示范岗', alignment: 'center', fontSize: 15, bold: true, color: '#b00020' },
      { text: title, alignment: 'center', fontSize: 12, bold: true, margin: [0, 3, 0, 0] },
      { text: `${employerName}　${place}`, alignment: 'center', fontSize: 9, margin: [0, 1, 0, 4] },
      { columns: [
        { width: 92, qr: address, fit: 88, eccLevel: 'M' },
        { width: '*', fontSize: 8.5, margin: [6, 6, 0, 0], stack: [{ text: `编号：${plaqueNo}`, fontSize: 10, bold: true }, `授牌：${grantedOn}`, `有效期至：${validTo}`, `授牌单位：${issuer}`, { text: '扫码查看服务内容、核验牌匾，欢迎监督评价。', color: '#555555', margin: [0, 4, 0, 0] }] },
      ] },
    ],
    margin: [4, 4, 4, 2],
  }
}

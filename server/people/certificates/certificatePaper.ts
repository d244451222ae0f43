import type { Content } from 'pdfmake/interfaces'
import { PROGRAMMES } from '../../bureau/programmes/catalogue'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { dayOf } from '../../kernel/days'
import type { Paper } from '../../kernel/paper'
import { type Certificate, type CertificateContent, type CertificateLine, CertificateState } from './Certificate'

/** What a paper is printed with beside what was frozen. */
export interface Printing {
  certificate: Certificate
  /** Where anybody may check it. */
  checkAddress: string
  /** The resident ID number in full, where it was asked for with a reason; else its mask is printed. */
  idCard: string | null
  printedOn: string
}

const NAMES = new Map<ProgrammeCode, string>([...PROGRAMMES.map(([code, zh]) => [code, zh] as const), [ProgrammeCode.LOCAL, '一村一品']])
const hours = (minutes: number): string => (Math.round(minutes / 6) / 10).toFixed(1)
const STATES: Partial<Record<CertificateState, string>> = { APPROVED: '草稿，加盖公章后生效', REVOKED: '已撤销，无效' }

/** The paper to be sealed, headed by the issuing unit, with what 民发〔2015〕149号 asks for, room for the seal, and the code by which it is checked. */
export function certificatePaper(printing: Printing): Paper {
  const { certificate } = printing
  const content = certificate.content!
  return {
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 64],
    info: { title: `志愿服务记录证明 ${certificate.number}`, author: content.issuer },
    footer: `${certificate.number}　第 {page} 页，共 {pages} 页`,
    watermark: certificate.state === CertificateState.REVOKED ? { text: '已撤销', color: '#b00020', opacity: 0.15, bold: true } : undefined,
    content: [
      { text: content.issuer, alignment: 'center', fontSize: 15 },
      { text: '志愿服务记录证明', alignment: 'center', fontSize: 22, bold: true, margin: [0, 6, 0, 4] },
      { text: STATES[certificate.state] ?? `盖章日期：${certificate.sealedOn}`, alignment: 'center', fontSize: 9, color: '#b00020', margin: [0, 0, 0, 14] },
      identity(printing, content),
      { text: `${content.name} 于 ${certificate.from} 至 ${certificate.to} 期间参加志愿服务，记录时长共计 ${hours(content.minutes)} 小时（${content.lines.length} 次）。`, margin: [0, 12, 0, 4] },
      ...(content.drillMinutes > 0 ? [{ text: `另参加培训演练 ${hours(content.drillMinutes)} 小时，单列，不计入上述时长。`, margin: [0, 0, 0, 4] } as Content] : []),
      lines(content.lines),
      issuer(certificate, content),
      check(printing),
    ],
  }
}

function identity({ certificate, idCard }: Printing, content: CertificateContent): Content {
  const known: [string, string][] = [['姓名', content.name], ['志愿者编号', content.volunteerNo], ['证件类型', '居民身份证'], ['证件号码', idCard ?? content.idCardMask ?? '未登记'], ['记录编号', certificate.number!], ['校验码', certificate.checkCode!]]
  if (content.nationalNo) known.push(['中国志愿编号', content.nationalNo], ['用途', certificate.purpose ?? '—'])
  else if (certificate.purpose) known.push(['用途', certificate.purpose], ['', ''])
  const cells = known.map(([label, value]) => [{ text: label, color: '#555555' }, { text: value }])
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, n) => [...cells[n * 2]!, ...(cells[n * 2 + 1] ?? [{ text: '' }, { text: '' }])])
  return { table: { widths: [68, '*', 56, '*'], body: rows }, layout: 'form' }
}

function lines(all: readonly CertificateLine[]): Content {
  const head = ['序号', '日期', '项目', '服务内容', '时长（小时）'].map(text => ({ text, bold: true, fillColor: '#f0f0f0' }))
  const body = all.map((line, n) => [
    String(n + 1), line.servedOn, NAMES.get(line.programmeCode) ?? line.programmeCode, `${line.content ?? '结对走访服务'}${line.rating ? `（评价 ${line.rating} 分）` : ''}`, { text: hours(line.minutes), alignment: 'right' as const },
  ])
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: [28, 66, 110, '*', 66], body: [head, ...body] },
    layout: 'lines',
    fontSize: 9,
    margin: [0, 8, 0, 0],
  }
}

function issuer({ remarks, sealedOn }: Certificate, content: CertificateContent): Content {
  const fact = (label: string, value: string): Content => ({ text: [{ text: `${label}：`, color: '#555555' }, value] })
  const [year, month, day] = sealedOn ? sealedOn.split('-') : ['　　　', '　', '　']
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    columns: [
      { width: '*', stack: [fact('出具单位', content.issuer), fact('负责人', content.responsible), fact('经办人', content.handler), fact('联系方式', content.contact || '—'), fact('备注', remarks ?? '—')] },
      { width: 200, stack: [{ text: '（盖章处）', alignment: 'center', color: '#999999', margin: [0, 42, 0, 42] }, { text: `${year} 年 ${month} 月 ${day} 日`, alignment: 'center' }] },
    ],
  }
}

function check({ certificate, checkAddress, printedOn }: Printing): Content {
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    columns: [
      { width: 84, qr: checkAddress, fit: 76, eccLevel: 'M' },
      {
        width: '*',
        fontSize: 8.5,
        color: '#555555',
        margin: [8, 4, 0, 0],
        text: `扫码或在平台“记录核验”页输入编号 ${certificate.number} 和校验码 ${certificate.checkCode} 可核验本记录的时段、平台记录时长和状态，核验结果不显示姓名。\n内容为 ${dayOf(certificate.approvedAt!)} 审批时的平台记录，其后的更正不影响本件。打印日期：${printedOn}。\n出具证明不收取任何费用（《志愿服务条例》第十九条）。`,
      },
    ],
  }
}

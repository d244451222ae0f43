import type { TagFault } from '../../kernel/paper'
import { say, type Text } from '../../kernel/text'

/** More faults than this are not listed: the first ones mended, the others are seen again. */
const MOST = 8

type Wording = (tag: string, other: string) => Text

const WORDS: Record<string, Wording> = {
  unknown_tag: tag => say(`没有“${tag}”这个字段，请对照字段表更正。`, `There is no field “${tag}”; see the list of fields.`),
  list_as_field: tag => say(`“${tag}”是清单，要写成 {#${tag}} … {/${tag}}，中间写每一项的字段。`, `“${tag}” is a list: write {#${tag}} … {/${tag}} with the fields of an entry between.`),
  foreign_tag: tag => say(`“${tag}”的写法不允许：大括号里只能写字段名、#清单、/清单、^清单。`, `“${tag}” is not allowed: braces hold a field, #list, /list or ^list.`),
  wide_brace: () => say('有全角括号“｛”或“｝”，请改成半角的“{”和“}”。', 'There are full-width braces; use plain { and }.'),
  missing_field: tag => say(`缺少必须有的字段 {${tag}}。`, `The field {${tag}} must stand in it.`),
  unopened_tag: tag => say(`“${tag}”后面有“}”，前面缺少“{”。`, `“${tag}” has a } without its {.`),
  unclosed_tag: tag => say(`“{${tag}”没有写完，缺少“}”。`, `“{${tag}” lacks its }.`),
  duplicate_open_tag: tag => say(`“${tag}”前多写了“{”。`, `“${tag}” has one { too many.`),
  duplicate_close_tag: tag => say(`“${tag}”后多写了“}”。`, `“${tag}” has one } too many.`),
  unclosed_loop: tag => say(`{#${tag}} 没有对应的 {/${tag}}。`, `{#${tag}} has no {/${tag}}.`),
  unopened_loop: tag => say(`{/${tag}} 前面没有 {#${tag}}。`, `{/${tag}} has no {#${tag}} before it.`),
  closing_tag_does_not_match_opening_tag: (tag, other) => say(`{#${tag}} 与 {/${other}} 对不上，清单要一层一层地写完。`, `{#${tag}} is closed by {/${other}}; close the inner list first.`),
}
const otherwise: Wording = tag => say(`“${tag}”放的位置不对：{#…} 和 {/…} 请放在表格的同一行里，或各自单独成段。`, `“${tag}” stands where it cannot: put {#…} and {/…} into one row of a table, or into paragraphs of their own.`)

/** As much of a tag as somebody needs to find it again. */
const brief = (tag: string): string => (tag.length > 16 ? `${tag.slice(0, 16)}…` : tag)

/** What is wrong with a template, in the words of whoever edited it. */
export function faultWords(faults: readonly TagFault[]): Text {
  const said = faults.map(({ id, tag, other }) => (WORDS[id] ?? otherwise)(brief(tag), brief(other)))
  const distinct = said.filter((one, n) => said.findIndex(each => each.zh === one.zh) === n)
  const more = distinct.length - MOST
  const all = [...distinct.slice(0, MOST), ...(more > 0 ? [say(`另有 ${more} 处。`, `And ${more} more.`)] : [])]
  return say(all.map(text => text.zh).join(''), all.map(text => text.en).join(' '))
}

/**
 * The only place that knows docxtemplater. A template asks for its fields by name or by label in braces: {姓名}; a list, or what
 * stands only where a field has something, between {#…} and {/…}. Nothing else is understood: no raw XML, no code, no other braces.
 */
const Docxtemplater = require('docxtemplater')
const InspectModule = require('docxtemplater/js/inspect-module.js')
const PizZip = require('pizzip')
const { examineZip } = require('../examineZip.cjs')
const { draw } = require('./drawPaper.cjs')
const { readDocx } = require('./readDocx.cjs')

const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uE000\uE001]/g
const LONGEST = 20_000

/** Looks a name up from the innermost list outwards; what a scope does not have of its own is not there. */
const parser = tag => ({ get: (_, { scopeList }) => [...scopeList].reverse().find(scope => scope && typeof scope === 'object' && Object.hasOwn(scope, tag.trim()))?.[tag.trim()] })

const open = (bytes, modules = []) => new Docxtemplater(new PizZip(Buffer.from(bytes)), { modules, parser, paragraphLoop: true, linebreaks: true, errorLogging: false, stripInvalidXMLChars: true, syntax: { changeDelimiterPrefix: null }, nullGetter: () => '' })

/** What is filled in, by the names and the labels of its fields; text is text, whatever it looks like. */
function scopeOf(fields, data) {
  const scope = Object.create(null)
  for (const { name, label, fields: parts } of fields) {
    const value = data?.[name]
    scope[name] = scope[label] = parts ? (Array.isArray(value) ? value : []).map(row => scopeOf(parts, row)) : value === null || value === undefined ? '' : String(value).replace(CONTROLS, '').slice(0, LONGEST)
  }
  return scope
}

function fillTemplate({ template, fields, data }) {
  const document = open(template)
  document.render(scopeOf(fields, data))
  return { bytes: new Uint8Array(document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })) }
}

/** What is wrong with the tags of a template, and what its PDF will not show. */
async function checkTemplate({ template, fields, limits }) {
  const verdict = await examineZip(template, limits)
  if (verdict) return { verdict }
  let lost
  try {
    lost = readDocx(new PizZip(Buffer.from(template))).lost
  } catch {
    return { verdict: 'damaged' }
  }
  const inspect = new InspectModule()
  let document
  try {
    document = open(template, [inspect])
  } catch (error) {
    return error.properties ? { faults: faultsOf(error) } : { verdict: 'damaged' }
  }
  if (document.fileType !== 'docx') return { verdict: 'damaged' }
  const tags = inspect.getAllStructuredTags()
  const faults = strange(tags, [fields])
  if (/｛|｝/.test(document.getFullText())) faults.push({ id: 'wide_brace', tag: '', other: '' })
  return faults.length > 0 ? { faults } : { faults, lost, used: namesOf(tags, [fields]) }
}

/** What docxtemplater found wrong, by its own names. */
const faultsOf = ({ properties }) => (properties.errors ?? [{ properties }]).map(({ properties: { id, xtag, openingtag, closingtag } }) => ({ id, tag: String(xtag ?? openingtag ?? '').slice(0, 60), other: String(closingtag ?? '').slice(0, 60) }))

const fieldNamed = (scopes, tag) => scopes.flat().find(({ name, label }) => [name, label].includes(tag))

/** Tags that mean nothing here, from the innermost list outwards. */
function strange(tags, scopes) {
  return tags.flatMap(({ value, module, subparsed, inverted }) => {
    const tag = String(value).trim()
    const field = fieldNamed(scopes, tag)
    const fault = id => [{ id, tag: tag.slice(0, 60), other: '' }]
    if (module && module !== 'loop') return fault('foreign_tag')
    if (!field) return fault('unknown_tag')
    if (!module && field.fields) return fault('list_as_field')
    return subparsed ? strange(subparsed, field.fields && !inverted ? [field.fields, ...scopes] : scopes) : []
  })
}

const namesOf = (tags, scopes) => [...new Set(tags.flatMap(({ value, subparsed }) => {
  const field = fieldNamed(scopes, String(value).trim())
  return [field.name, ...(subparsed ? namesOf(subparsed, field.fields ? [field.fields, ...scopes] : scopes) : [])]
}))]

/** The very document that is filled in, as PDF. */
async function printTemplate(asked) {
  const { paper, lost } = readDocx(new PizZip(Buffer.from(fillTemplate(asked).bytes)))
  return { ...(await draw(paper)), lost }
}

module.exports = { fillTemplate, checkTemplate, printTemplate, readTemplate: asked => readDocx(new PizZip(Buffer.from(fillTemplate(asked).bytes))) }

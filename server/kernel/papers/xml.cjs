/** What Word's documents are made of. */
const { DOMParser } = require('@xmldom/xmldom')

/** A part of a document as XML, null where it is not there. */
function partOf(zip, name) {
  const file = zip.file(name)
  return file && new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new Error(message) } }).parseFromString(file.asText(), 'text/xml').documentElement
}

const elements = node => (node ? Array.from(node.childNodes).filter(one => one.nodeType === 1) : [])
const children = (node, ...names) => elements(node).filter(one => names.includes(one.localName))
const child = (node, name) => elements(node).find(one => one.localName === name)
/** An attribute, whichever prefix it carries. */
const attribute = (node, name) => (node ? Array.from(node.attributes).find(one => one.localName === name)?.value : undefined)
const valueOf = (node, name) => attribute(child(node, name), 'val')
const number = text => (text !== undefined && Number.isFinite(Number(text)) ? Number(text) : undefined)
/** Twentieths of a point in points. */
const points = text => (number(text) === undefined ? undefined : number(text) / 20)

/** Whether a property that is switched on by being there is on; undefined where nothing is said. */
function isOn(node, name) {
  const found = child(node, name)
  return found && !['0', 'false', 'off', 'none'].includes(attribute(found, 'val') ?? '1')
}

/** What is said of each property, the later above the earlier. */
const merged = (...layers) => Object.assign({}, ...layers.map(layer => Object.fromEntries(Object.entries(layer ?? {}).filter(([, value]) => value !== undefined))))

module.exports = { partOf, elements, children, child, attribute, valueOf, number, points, isOn, merged }

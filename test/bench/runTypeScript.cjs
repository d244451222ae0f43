/** Required before a program of the bench: lets node run TypeScript as jest does, without checking types; a child ends with its parent. */
const { readFileSync } = require('node:fs')
const { transformSync } = require('@swc/core')

require.extensions['.ts'] = (module, filename) => module._compile(transformSync(readFileSync(filename, 'utf8'), { filename, swcrc: true }).code, filename)
require('reflect-metadata')
process.once('disconnect', () => process.exit())

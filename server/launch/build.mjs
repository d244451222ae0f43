/** npm run build: the server into dist/server, the console into dist/admin, each only when its sources changed. */
import { endWith } from './plainError.mjs'
import { prepareProduct } from './prepareProduct.mjs'
import { say } from './runStep.mjs'

try {
  await prepareProduct()
  say('built')
} catch (error) {
  endWith(error)
}

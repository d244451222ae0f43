/** The thread in which papers are made. What it is told and what it answers are plain messages. */
const { parentPort } = require('node:worker_threads')
const { draw } = require('./drawPaper.cjs')
const { checkTemplate, fillTemplate, printTemplate, readTemplate } = require('./fillTemplate.cjs')

const jobs = { draw, checkTemplate, fillTemplate, printTemplate, readTemplate }

parentPort.on('message', async ({ job, content }) => {
  try {
    parentPort.postMessage({ answer: await jobs[job](content) })
  } catch (error) {
    parentPort.postMessage({ error: String(error?.stack ?? error) })
  }
})

/** Required into the product's process: records where its time goes, between two messages of the bench. */
const { Session } = require('node:inspector')
const { writeFileSync } = require('node:fs')

const session = new Session()
session.connect()
process.on('message', ({ profile }) => {
  if (profile === 'start') session.post('Profiler.enable', () => session.post('Profiler.setSamplingInterval', { interval: 200 }, () => session.post('Profiler.start', () => process.send({ started: true }))))
  else if (profile) {
    session.post('Profiler.stop', (_, { profile: recorded }) => {
      writeFileSync(profile, JSON.stringify(recorded))
      process.send({ written: true })
    })
  }
})
process.channel?.unref()

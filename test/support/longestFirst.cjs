const { default: Sequencer } = require('@jest/test-sequencer')

/**
 * Journeys through the browser take longest, and their files do not look it: they start first, so that the two workers end together.
 * Within both halves the usual order stands: by what a file took the last time, else by its size.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const [journeys, others] = [[], []]
    for (const test of super.sort(tests)) (/[\\/]journeys[\\/]/.test(test.path) ? journeys : others).push(test)
    return [...journeys, ...others]
  }
}

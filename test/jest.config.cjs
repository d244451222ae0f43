/** One Jest for everything; a worker gets a database of its own from test/support/database.ts. */
// Far from Shanghai and from UTC, on the other side of midnight, and with summer time: whatever asks for the machine's own day shows.
process.env.TZ ??= 'America/Los_Angeles'

const swc = ['@swc/jest', { swcrc: true }]
/** @type {import('jest').Config} */
module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
  testSequencer: '<rootDir>/test/support/longestFirst.cjs',
  maxWorkers: 2,
  testTimeout: 30000,
}

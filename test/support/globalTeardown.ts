/** Ends the run's throw-away database server and removes its data. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.testDatabase?.discard()
}

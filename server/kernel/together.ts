/**
 * Parts of an act that do not need each other: what they ask of the database at the same time goes together. All of them have come to their end
 * before the first failure is told, so that none goes on after the act was undone. A part that may be undone alone (`attempt`) has no place here.
 */
export async function together(...parts: readonly Promise<unknown>[]): Promise<void> {
  for (const end of await Promise.allSettled(parts)) if (end.status === 'rejected') throw end.reason
}

import type { Embedded } from './embedded/ensureEmbedded.mjs'

export declare function openScratch(log?: (line: string) => void): Promise<Embedded>

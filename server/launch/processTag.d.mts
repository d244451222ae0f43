export declare function tagOf(pid: number): string
export declare function ownTag(): string
export declare function pidOf(tag: string): number
export declare function isAlive(tag: string): boolean

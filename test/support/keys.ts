/** Keys that only tests use; they open nothing else. */
const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64')
process.env.LAOBING_KEYS ??= JSON.stringify({ active: 't1', keys: { t1: key(1), t0: key(2) }, fingerprint: key(3), audit: key(4) })

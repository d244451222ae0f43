interface Kept<V> {
  readonly value: V
  readonly weight: number
  /** Whether it was asked for since its turn to go last came. */
  used: boolean
}

/**
 * What was of use of late, within a bound on the weight of all together. The oldest goes first, unless it was used meanwhile: then it is as good as
 * new. To be asked for costs no more than the look.
 */
export class Recent<K, V> {
  private readonly kept = new Map<K, Kept<V>>()
  private weight = 0

  constructor(
    private readonly most: number,
    private readonly weigh: (value: V) => number = () => 1,
  ) {}

  get size(): number {
    return this.kept.size
  }

  get(key: K): V | undefined {
    const one = this.kept.get(key)
    if (!one) return undefined
    one.used = true
    return one.value
  }

  set(key: K, value: V): void {
    this.delete(key)
    const weight = this.weigh(value)
    if (weight > this.most) return
    this.kept.set(key, { value, weight, used: false })
    this.weight += weight
    // Those that stay come by once more, at the end, and would go then.
    for (const [oldest, one] of this.kept) {
      if (this.weight <= this.most) return
      if (one.used) this.stay(oldest, one)
      else this.delete(oldest)
    }
  }

  private stay(key: K, one: Kept<V>): void {
    one.used = false
    this.kept.delete(key)
    this.kept.set(key, one)
  }

  delete(key: K): boolean {
    this.weight -= this.kept.get(key)?.weight ?? 0
    return this.kept.delete(key)
  }
}

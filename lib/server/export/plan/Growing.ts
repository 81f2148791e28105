type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;
type Kind<T extends Numbers> = new (length: number) => T;

/** A typed array that grows as values come, by half its length each time. */
export class Growing<T extends Numbers> {
  length = 0;
  #values: T;

  constructor(private readonly kind: Kind<T>) {
    this.#values = new kind(1024);
  }

  push(value: number): void {
    this.#makeRoom(1);
    this.#values[this.length++] = value;
  }

  pushAll(values: ArrayLike<number>): void {
    this.#makeRoom(values.length);
    this.#values.set(values, this.length);
    this.length += values.length;
  }

  at(k: number): number {
    return this.#values[k];
  }

  /** What there is so far; a view, good until the next value comes. */
  values(): T {
    return this.#values.subarray(0, this.length) as T;
  }

  #makeRoom(more: number): void {
    const needed = this.length + more;
    if (needed <= this.#values.length) return;
    const larger = new this.kind(Math.max(needed, Math.ceil(this.#values.length * 1.5)));
    larger.set(this.#values);
    this.#values = larger;
  }
}

/** A stream of numbers that a seed gives again on any machine: xorshift, 32 bits. */
export class Random {
  #state;

  /** @param {number} seed any whole number */
  constructor(seed) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0 || 1;
    for (let warmed = 0; warmed < 8; warmed += 1) this.fraction();
  }

  /** At least 0, less than 1. */
  fraction() {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state >>> 0;
    return this.#state / 2 ** 32;
  }

  /** Both ends included. */
  between(least, most) {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  chance(probability) {
    return this.fraction() < probability;
  }

  pick(items) {
    return items[Math.floor(this.fraction() * items.length)];
  }

  /** As words are used: a few all the time, most of them seldom. */
  pickSkewed(items) {
    return items[Math.floor(this.fraction() ** 2.4 * items.length)];
  }
}

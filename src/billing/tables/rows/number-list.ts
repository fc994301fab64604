/** Whole numbers by their places, held in the room they need. */
export class NumberList {
  #numbers: Int32Array
  length = 0

  constructor(room = 1024) {
    this.#numbers = new Int32Array(room)
  }

  /** The number in a place; `0` where none was put. */
  at(place: number): number {
    return this.#numbers[place] ?? 0
  }

  push(number: number): void {
    this.put(this.length, number)
  }

  put(place: number, number: number): void {
    if (place >= this.#numbers.length) {
      const larger = new Int32Array((place + 1) * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[place] = number
    if (place >= this.length) this.length = place + 1
  }
}

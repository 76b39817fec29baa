/** A value that is not written down but taken from the shell's environment when the code is run. */
export class Variable {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  toString(): string {
    return `$${this.name}`
  }

  toJSON(): string {
    return this.toString()
  }
}

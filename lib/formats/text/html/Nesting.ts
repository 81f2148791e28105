const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Whether we are inside an element of some kind, without a tree: counts the elements of the same name that open and
 * close inside it, as much as the pages of the web let themselves be counted.
 */
export class Nesting {
  #name: string | null = null;
  #depth = 0;

  get inside(): boolean {
    return this.#name !== null;
  }

  get name(): string | null {
    return this.#name;
  }

  open(tagName: string, selfClosing: boolean, begins: boolean): void {
    if (selfClosing || VOID.has(tagName)) return;
    if (this.#name === tagName) this.#depth++;
    else if (this.#name === null && begins) {
      this.#name = tagName;
      this.#depth = 1;
    }
  }

  close(tagName: string): void {
    if (this.#name === tagName && --this.#depth === 0) this.#name = null;
  }

  reset(): void {
    this.#name = null;
  }
}

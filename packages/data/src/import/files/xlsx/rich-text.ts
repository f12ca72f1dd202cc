/** `_x000D_` stands for a character that XML cannot hold; `_x005F_` for the underscore that would start such a code. */
function unescapeText(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => {
    const value = Number.parseInt(code, 16);
    return value === 0 ? "" : String.fromCharCode(value);
  });
}

/**
 * Collects the text of a shared or inline string from the events of its elements: the runs of a formatted text belong
 * together, phonetic guides do not belong to it.
 */
export class RichText {
  #text = "";
  #inText = false;
  #phonetic = false;

  start(): void {
    this.#text = "";
  }

  open(name: string): void {
    if (name === "t") this.#inText = true;
    else if (name === "rPh") this.#phonetic = true;
  }

  add(text: string): void {
    if (this.#inText && !this.#phonetic) this.#text += text;
  }

  close(name: string): void {
    if (name === "t") this.#inText = false;
    else if (name === "rPh") this.#phonetic = false;
  }

  value(): string {
    return this.#text.includes("_x") ? unescapeText(this.#text) : this.#text;
  }
}

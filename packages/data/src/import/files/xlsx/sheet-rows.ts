import type { CellFormat } from "./cell-format.ts";
import { formattedNumber } from "./cell-value.ts";
import type { XmlHandler } from "./read-xml.ts";
import { RichText } from "./rich-text.ts";

/** A row with at least one filled cell; `cells` reach to the last filled one. */
export interface SheetRow {
  /** 1-based, as beside the row in the sheet. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly dateSystem: "1900" | "1904";
}

/** 0-based column of a reference: A1 → 0, AA7 → 26; −1 when there is none. */
export function columnIndex(reference: string): number {
  let index = 0;
  // Sheets end at XFD; a fourth letter is far beyond every limit already.
  for (let length = 0; length < Math.min(4, reference.length); length++) {
    const letter = reference.charCodeAt(length) & 0xdf;
    if (letter < 65 || letter > 90) break;
    index = index * 26 + letter - 64;
  }
  return index - 1;
}

/** Turns the XML events of a work sheet into rows; takes stored values, never evaluates a formula. */
export class SheetRows implements XmlHandler {
  readonly #context: SheetContext;
  readonly #text = new RichText();
  #rows: SheetRow[] = [];
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #type = "n";
  #style = 0;
  #value = "";
  #inValue = false;
  #inline = false;
  #formula = false;
  /** Formula cells of which only the formula is stored, and the first of them. */
  formulasWithoutValue = 0;
  firstFormulaWithoutValue = "";
  /** The widest row so far, in columns. */
  width = 0;
  /** Number of the last row so far. */
  get lastRow(): number {
    return this.#row;
  }

  readonly #maxColumns: number;

  /** @param maxColumns cells further right are counted in `width` but not kept. */
  constructor(context: SheetContext, maxColumns: number) {
    this.#context = context;
    this.#maxColumns = maxColumns;
  }

  /** The rows since the last call. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    switch (name) {
      case "row":
        // Rows come in order; a number that goes back would overwrite what was written.
        this.#row = Math.max(this.#row + 1, Number(attributes.r) || 0);
        this.#cells = [];
        this.#column = -1;
        break;
      case "c":
        this.#column = attributes.r === undefined ? this.#column + 1 : columnIndex(attributes.r);
        this.#type = attributes.t ?? "n";
        this.#style = Number(attributes.s ?? 0);
        this.#value = "";
        this.#formula = false;
        break;
      case "v":
        this.#inValue = true;
        break;
      case "f":
        this.#formula = true;
        break;
      case "is":
        this.#inline = true;
        this.#text.start();
        break;
      default:
        if (this.#inline) this.#text.open(name);
    }
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else if (this.#inline) this.#text.add(text);
  }

  close(name: string): void {
    switch (name) {
      case "v":
        this.#inValue = false;
        break;
      case "is":
        this.#inline = false;
        this.#value = this.#text.value();
        break;
      case "c":
        this.#endCell();
        break;
      case "row":
        if (this.#cells.length > 0) this.#rows.push({ row: this.#row, cells: this.#cells });
        break;
      default:
        if (this.#inline) this.#text.close(name);
    }
  }

  #endCell(): void {
    const text = this.#cellText();
    if (text === "") {
      if (this.#formula && this.#type !== "str" && this.formulasWithoutValue++ === 0) {
        this.firstFormulaWithoutValue = `${columnName(this.#column)}${this.#row}`;
      }
      return;
    }
    const column = Math.max(0, this.#column);
    this.width = Math.max(this.width, column + 1);
    if (column >= this.#maxColumns) return;
    while (this.#cells.length < column) this.#cells.push("");
    this.#cells[column] = text;
  }

  #cellText(): string {
    const value = this.#value;
    if (value === "") return "";
    switch (this.#type) {
      case "s":
        return this.#context.sharedStrings[Number(value)] ?? "";
      case "b":
        return value === "1" || value === "true" ? "true" : "false";
      case "n":
        return formattedNumber(value, this.#context.formats[this.#style], this.#context.dateSystem);
      default:
        // Text, inline text, ISO dates and errors such as #N/A stand there as they are.
        return value;
    }
  }
}

/** Letters of a column: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

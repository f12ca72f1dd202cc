import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { encodeWindows1252 } from "./windows-1252.ts";

export type Encoding = "utf8" | "utf8-bom" | "windows-1252";

const chunkBytes = 1 << 20;
/** Rows are joined in pieces so short that they die young: a megabyte of joined rows costs more to collect than to write. */
const pieceLength = 1 << 13;

/** Appends text to a file in chunks of about a megabyte. Add as much as you like between two flushes; that much is held in memory. */
export class ChunkWriter {
  readonly path: string;
  readonly #file: FileHandle;
  readonly #encode: (text: string) => Buffer;
  #piece = "";
  #encoded: Buffer[] = [];
  #bytes = 0;
  /** Rows so far, without the header. */
  rows = 0;

  private constructor(path: string, file: FileHandle, encoding: Encoding) {
    this.path = path;
    this.#file = file;
    this.#encode = encoding === "windows-1252" ? encodeWindows1252 : (text) => Buffer.from(text, "utf8");
    if (encoding === "utf8-bom") this.#piece = "\uFEFF";
  }

  /** Creates (or empties) the file and starts it with the header, line break included. */
  static async open(path: string, encoding: Encoding, header: string): Promise<ChunkWriter> {
    await mkdir(dirname(path), { recursive: true });
    const writer = new ChunkWriter(path, await open(path, "w"), encoding);
    writer.#piece += header;
    return writer;
  }

  /** Adds one row, line break included. */
  addRow(row: string): void {
    this.#piece += row;
    this.rows++;
    if (this.#piece.length >= pieceLength) this.#encodePiece();
  }

  /** Writes when a chunk is full. */
  async flushWhenFull(): Promise<void> {
    if (this.#bytes >= chunkBytes) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#file.close();
  }

  #encodePiece(): void {
    const bytes = this.#encode(this.#piece);
    this.#piece = "";
    this.#encoded.push(bytes);
    this.#bytes += bytes.length;
  }

  async #flush(): Promise<void> {
    this.#encodePiece();
    const bytes = Buffer.concat(this.#encoded, this.#bytes);
    this.#encoded = [];
    this.#bytes = 0;
    let written = 0;
    while (written < bytes.length) written += (await this.#file.write(bytes, written)).bytesWritten;
  }
}

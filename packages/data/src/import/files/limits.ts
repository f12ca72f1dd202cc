/** Bounds of what a file may ask of the machine. Every one ends in a refusal that names it, never in a crash. */
export interface FileLimits {
  /** Longest record in bytes of UTF-8; DuckDB itself gives up at twice this length (`maxLineBytes`). */
  readonly maxRecordBytes: number;
  /** Most bytes that a compressed file (.gz, .xlsx) may become on disk. */
  readonly maxUnpackedBytes: number;
  /** Highest factor between packed and unpacked size; checked from `ratioFromBytes` on, small files compress wildly. */
  readonly maxUnpackRatio: number;
  readonly ratioFromBytes: number;
  /** Most parts inside an .xlsx file. */
  readonly maxZipEntries: number;
  /** Most characters of the shared texts of a workbook: they are held in memory. */
  readonly maxSharedTextChars: number;
  /** Most columns of a sheet. */
  readonly maxColumns: number;
}

export const defaultFileLimits: FileLimits = {
  maxRecordBytes: 1_000_000,
  maxUnpackedBytes: 20_000_000_000,
  maxUnpackRatio: 500,
  ratioFromBytes: 100_000_000,
  maxZipEntries: 10_000,
  maxSharedTextChars: 256_000_000,
  maxColumns: 2_000,
};

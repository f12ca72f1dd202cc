import type { ImportKindCode } from "./result.ts";

/**
 * What makes two files alike for the reuse of a saved mapping: the same header names in the same order, whatever their
 * case and spacing. A canonical text; the caller hashes it if it wants a short key.
 */
export function fileShape(columns: readonly string[], kind: ImportKindCode | null = null): string {
  const names = columns.map((name) => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase());
  return JSON.stringify([kind, ...names]);
}

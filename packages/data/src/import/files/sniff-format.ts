/** What the first bytes say a file is, whatever its extension says. */
export type SniffedFormat =
  | "text"
  | "gzip"
  | "zip"
  | "parquet"
  | "oldExcel"
  | "pdf"
  | "image"
  | "archive"
  | "markup"
  | "binary";

/** Bytes that `sniffFormat` wants to see. */
export const sniffBytes = 4096;

const signatures: readonly (readonly [SniffedFormat, readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["parquet", [0x50, 0x41, 0x52, 0x31]],
  // Compound files: .xls, .doc, and .xlsx under a password.
  ["oldExcel", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // BIFF2 to BIFF4, which have no container.
  ["oldExcel", [0x09, 0x00, 0x04, 0x00]],
  ["oldExcel", [0x09, 0x02, 0x06, 0x00]],
  ["oldExcel", [0x09, 0x04, 0x06, 0x00]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["archive", [0x42, 0x5a, 0x68]],
  ["archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["archive", [0x52, 0x61, 0x72, 0x21]],
];

const startsWith = (head: Uint8Array, bytes: readonly number[]) =>
  head.length >= bytes.length && bytes.every((byte, index) => head[index] === byte);

/** UTF-16 text has zero bytes on one side of nearly every character; a byte order mark says so outright. */
export function looksLikeUtf16(head: Uint8Array): boolean {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return true;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index++) {
    if (head[index] === 0) index % 2 === 0 ? even++ : odd++;
  }
  const half = head.length / 2;
  return half >= 2 && ((even > half * 0.4 && odd < half * 0.1) || (odd > half * 0.4 && even < half * 0.1));
}

/** Control characters that no export writes: all below 32 except tab, line ends, form feed, ^Z and escape. */
function controlShare(head: Uint8Array): number {
  const allowed = new Set([9, 10, 12, 13, 26, 27]);
  let odd = 0;
  for (const byte of head) if (byte < 32 && !allowed.has(byte)) odd++;
  return odd / Math.max(1, head.length);
}

/** Never fails: what nothing else claims is text, and what cannot be text is binary. */
export function sniffFormat(head: Uint8Array): SniffedFormat {
  for (const [format, bytes] of signatures) if (startsWith(head, bytes)) return format;
  if (looksLikeUtf16(head)) return "text";
  // A single zero byte makes damaged text, of which the line is then named.
  if (controlShare(head) > 0.02) return "binary";
  // "Excel" exports of many shops are web pages that are called .xls; JSON is no table either.
  const start = Buffer.from(head.subarray(0, 256))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (/^<(!doctype|html|\?xml|table|[a-z]+:)/i.test(start) || /^(\{\s*["}]|\[\s*[{\]])/.test(start))
    return "markup";
  return "text";
}

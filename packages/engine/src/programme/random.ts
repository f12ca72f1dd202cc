/**
 * Random numbers without a state: the same seed and keys always give the same number, so worlds and customers can be drawn in
 * any order, on any number of threads, and two plans that share a key share its draws.
 */

/** 32 bits of a text (FNV-1a), well mixed. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** Joins a hash with one more number, of which the lower 53 bits count. */
export function hashWith(hash: number, value: number): number {
  const high = Math.floor(value / 4_294_967_296);
  const joined = mix(Math.imul(hash, 0x9e3779b1) ^ (value >>> 0));
  return high === 0 ? joined : mix(joined ^ Math.imul(high, 0x85ebca6b));
}

/** Strictly between 0 and 1, from 32 bits. */
export const unitInterval = (hash: number): number => ((hash >>> 0) + 0.5) / 4_294_967_296;

/** Finaliser of MurmurHash3 (A. Appleby, public domain): every bit of the input moves half of the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

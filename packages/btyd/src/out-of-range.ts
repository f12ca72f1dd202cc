/**
 * The error for an argument that a caller should never have passed: names the thing, its value and the
 * allowed range. Data that a model merely cannot use is refused by a return value instead.
 */
export function outOfRange(name: string, value: unknown, expected: string): RangeError {
  return new RangeError(`${name} is ${String(value)}; expected ${expected}`);
}

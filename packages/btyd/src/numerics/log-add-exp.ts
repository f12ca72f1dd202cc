/** ln(e^left + e^right) without overflow or underflow; −Infinity stands for probability zero. */
export function logAddExp(left: number, right: number): number {
  const larger = Math.max(left, right);
  if (larger === Number.NEGATIVE_INFINITY) return larger;
  return larger + Math.log1p(Math.exp(-Math.abs(left - right)));
}

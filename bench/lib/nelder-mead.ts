/**
 * Nelder and Mead's simplex (1965) with the usual factors, as a benchmark: what somebody gets who minimises a likelihood without
 * gradients. Stops when values over the simplex differ by less than `tolerance` and its corners by less than 1e-4.
 */
export function nelderMead(
  target: (point: readonly number[]) => number,
  start: readonly number[],
  tolerance: number,
): { readonly point: readonly number[]; readonly value: number; readonly evaluations: number } {
  let evaluations = 0;
  const at = (point: readonly number[]) => {
    evaluations += 1;
    return { point, value: target(point) };
  };
  const simplex = [at(start), ...start.map((_, i) => at(start.map((x, j) => (i === j ? x + 0.5 : x))))];
  for (let step = 0; step < 5000; step++) {
    simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0]!;
    const worst = simplex.at(-1)!;
    const width = Math.max(
      ...simplex.map(({ point }) => Math.max(...point.map((x, i) => Math.abs(x - best.point[i]!)))),
    );
    if (worst.value - best.value < tolerance && width < 1e-4) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, i) => others.reduce((sum, { point }) => sum + point[i]!, 0) / others.length);
    const along = (factor: number) => at(centre.map((x, i) => x + factor * (worst.point[i]! - x)));
    const reflected = along(-1);
    const secondWorst = others.at(-1)!;
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[simplex.length - 1] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < secondWorst.value) {
      simplex[simplex.length - 1] = reflected;
    } else {
      const contracted = reflected.value < worst.value ? along(-0.5) : along(0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) {
        simplex[simplex.length - 1] = contracted;
      } else {
        for (let i = 1; i < simplex.length; i++) {
          simplex[i] = at(simplex[i]!.point.map((x, j) => (x + best.point[j]!) / 2));
        }
      }
    }
  }
  simplex.sort((a, b) => a.value - b.value);
  return { ...simplex[0]!, evaluations };
}

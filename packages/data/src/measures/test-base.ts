/** Random small bases with a fixed seed, for the comparison of SQL and reference. */
import type { ReferenceLine } from "@kleinod/engine/measures/reference-line.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import type { TestAccount, TestLine } from "./test-relations.ts";

export const baseAsOf = "2025-11-20";

export interface TestBase {
  readonly lines: TestLine[];
  readonly accounts: TestAccount[];
  readonly branches: ReadonlyMap<number, string>;
}

export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Customers with purchases of every kind: frequent, rare, none, credit notes, corrections, documents after asOf. */
export function randomBase(seed: number, customers = 80): TestBase {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const lines: TestLine[] = [];
  const accounts: TestAccount[] = [];
  const branches = new Map<number, string>();
  let documentId = 0;
  for (let customerId = 1; customerId <= customers; customerId++) {
    const branch = random() < 0.6 ? pick(["Bau", "Garten"]) : undefined;
    if (branch !== undefined) branches.set(customerId, branch);
    accounts.push({ accountId: customerId, ...(branch === undefined ? {} : { branch }) });
    const gap = 5 + random() * 120;
    const level = 10 ** (3 + 2 * random());
    const end = random() < 0.3 ? 700 : 1100;
    for (let day = random() * 600; day < end && random() > 0.02; day += gap * (0.3 + 1.4 * random())) {
      documentId++;
      const documentType = pick([
        ...Array(9).fill("invoice"),
        "creditNote",
        "cancellation",
        "correction",
        "order",
      ]);
      const sign = ["creditNote", "cancellation"].includes(documentType) ? -1 : 1;
      const date = new Date(Date.UTC(2023, 0, 1 + Math.floor(day))).toISOString().slice(0, 10);
      for (let count = Math.ceil(random() * 4); count > 0; count--) {
        const product = Math.floor(random() * 12);
        const valueCents = sign * Math.round(level * random());
        lines.push({
          documentId,
          customerId: random() < 0.03 ? null : customerId,
          date,
          documentType,
          lineKind: pick([...Array(8).fill("product"), "fee", "freight", "discount", "correction", "other"]),
          productCode: `P${product}`,
          productGroup: product < 8 ? `G${product % 3}` : null,
          valueCents,
          costCents: random() < 0.97 ? Math.round(valueCents * 0.6) : null,
        });
      }
    }
  }
  return { lines, accounts, branches };
}

export function referenceLines(lines: readonly TestLine[]): ReferenceLine[] {
  return lines.map((line) => ({
    documentId: line.documentId,
    customerId: line.customerId,
    date: line.date as PlainDate,
    documentType: line.documentType ?? "invoice",
    lineKind: line.lineKind ?? "product",
    productCode: line.productCode === undefined ? "P1" : line.productCode,
    productGroup: line.productGroup ?? null,
    valueCents: line.valueCents,
    costCents: line.costCents ?? null,
  }));
}

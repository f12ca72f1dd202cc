import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counts, currentFacts, type ImportDesk, importDesk } from "../import-desk.ts";
import { countedLines, referenceFold, type TestFile, type TestLine } from "./reference-fold.ts";

/**
 * Random histories of small files over few documents and few lines, so that everything meets everything: repetitions,
 * parts, changes, line numbers that come and go, rejected rows. Properties hold for all of them.
 */
const line = (hasNumbers: boolean): fc.Arbitrary<TestFile["rows"][number]> =>
  fc.record({
    document: fc.constantFrom("R1", "R2", "R3"),
    position: hasNumbers ? fc.constantFrom("10", "20", "30") : fc.constant(null),
    account: fc.constantFrom("K1", "K1", "K2", "K3"),
    product: fc.constantFrom("A", "B"),
    cents: fc.constantFrom(500, 500, 725, -300),
    isBroken: fc.nat(14).map((value) => value === 0),
  });

/** Documents whole, in pieces, and put together twice: what extracts of a real system look like. */
const file = fc.boolean().chain((hasNumbers) =>
  fc
    .tuple(fc.array(line(hasNumbers), { minLength: 1, maxLength: 5 }), fc.nat(3), fc.boolean())
    .map(([rows, repeated, isTwice]): TestFile & { hasNumbers: boolean } => ({
      hasNumbers,
      rows: isTwice ? [...rows, ...rows.slice(0, repeated + 1)] : rows,
    })),
);

const amount = (cents: number) => (cents / 100).toFixed(2).replace(".", ",");

function csv({ rows, hasNumbers }: TestFile & { hasNumbers: boolean }): string {
  const cells = (row: TestFile["rows"][number]) =>
    [
      row.document,
      ...(hasNumbers ? [row.position] : []),
      "15.03.2026",
      row.account,
      row.product,
      row.isBroken ? "kaputt" : amount(row.cents),
    ].join(";");
  // Rows of other documents in front tell the formats of the columns also where all rows of a case are broken.
  const known = Array.from({ length: 60 }, (_, index) =>
    cells({ document: `Z${index}`, position: "1", account: "KZ", product: "Z", cents: 1050 }),
  );
  const head = [
    "Belegnr",
    ...(hasNumbers ? ["Position"] : []),
    "Belegdatum",
    "Kundennr",
    "Artikelnr",
    "Nettobetrag",
  ];
  return `${[head.join(";"), ...known, ...rows.map(cells)].join("\n")}\n`;
}

const shown = (lines: readonly TestLine[]) =>
  lines
    .map(({ document, position, account, product, cents }) =>
      [document, position ?? "-", account, product, cents].join("|"),
    )
    .sort();

const storedLines = async (desk: ImportDesk) =>
  (
    await desk.rows<{ line: string }>(
      `SELECT concat_ws('|', l.document_number, coalesce(l.line_number, '-'), a.account_key, l.product_code, l.amount_cents) AS line
      FROM sale_line_current l JOIN account a USING (account_id) WHERE l.document_number NOT LIKE 'Z%'`,
    )
  )
    .map((row) => row.line)
    .sort();

async function onDesk(work: (desk: ImportDesk) => Promise<void>): Promise<void> {
  const desk = await importDesk();
  try {
    await work(desk);
  } finally {
    await desk.remove();
  }
}

const frame = 60;
const seed = 20_261_123;

describe("any history of files", () => {
  it("gives the facts of the rules in plain loops; every row of every file has one outcome", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 2, maxLength: 4 }), (files) =>
        onDesk(async (desk) => {
          const expected = referenceFold(files);
          for (const [index, each] of files.entries()) {
            const batch = await desk.take(`${index}.csv`, csv(each));
            expect(batch.status).toBe("applied");
            const [read, ...outcomes] = counts(batch);
            expect(read).toBe(each.rows.length + frame);
            expect(outcomes.reduce((sum, value) => sum + value, 0)).toBe(read);
            const own = expected.counts[index]!;
            // The frame is new with the first file and unchanged with the others, unless line numbers come or go.
            expect(batch.restated).toBe(own.restated);
            expect(batch.rejected).toBe(own.rejected);
            if (index === 0) expect(batch.created).toBe(own.created + frame);
            else {
              const framed = files.slice(0, index + 1).every((one) => one.hasNumbers === each.hasNumbers);
              if (framed) {
                expect(counts(batch).slice(1, 4)).toEqual([own.created, own.updated, own.unchanged + frame]);
              }
            }
            const counted = countedLines(each);
            const total = counted.reduce((sum, row) => sum + row.cents, 0) + frame * 1050;
            expect(batch.controlTotals.reduce((sum, row) => sum + row.amountCents, 0)).toBe(total);
            expect(batch.controlTotals.reduce((sum, row) => sum + row.lines, 0)).toBe(counted.length + frame);
          }
          expect(await storedLines(desk)).toEqual(shown(expected.lines));
        }),
      ),
      { numRuns: 8, seed },
    );
  });

  it("without any of its batches is the history that never had them, in whatever order they are undone and redone", async () => {
    const history = fc.array(file, { minLength: 3, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(history, fc.array(fc.nat(3), { minLength: 2, maxLength: 5 }), (files, picks) =>
        onDesk(async (desk) => {
          const ids: (string | null)[] = [];
          for (const [index, each] of files.entries())
            ids.push((await desk.take(`${index}.csv`, csv(each))).batchId);
          const whole = await currentFacts(desk);
          const undone = new Set<number>();
          for (const pick of picks.map((value) => value % files.length)) {
            if (undone.delete(pick)) await desk.redo(ids[pick]!);
            else {
              undone.add(pick);
              await desk.undo(ids[pick]!);
            }
            const others = files.filter((_, index) => !undone.has(index));
            const expected = referenceFold(others).lines;
            expect(await storedLines(desk)).toEqual(shown(expected));
            const accounts = [
              ...new Set(expected.map((row) => row.account)),
              ...(others.length > 0 ? ["KZ"] : []),
            ].sort();
            const live = await desk.rows<{ account_key: string }>(
              "SELECT account_key FROM account_current ORDER BY 1",
            );
            expect(live.map((row) => row.account_key)).toEqual(accounts);
          }
          for (const pick of undone) await desk.redo(ids[pick]!);
          expect(await currentFacts(desk)).toEqual(whole);
        }),
      ),
      { numRuns: 5, seed },
    );
  });

  it("of customers without any of its batches is the history that never had them", async () => {
    const cell = (...values: string[]) => fc.constantFrom("", ...values);
    const row = fc.record({
      key: fc.constantFrom("K1", "K2", "K3"),
      name: cell("Alt AG", "Neu AG"),
      city: cell("Bern", "Thun"),
      stated: cell("01.02.2026", "01.03.2026"),
      isBroken: fc.nat(9).map((value) => value === 0),
    });
    const extract = fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 4 }),
      mode: fc.constantFrom("delta" as const, "full" as const),
    });
    const text = (rows: { key: string; name: string; city: string; stated: string; isBroken: boolean }[]) =>
      [
        "Kundennr;Name;Ort;Stand",
        ...Array.from({ length: 3 }, (_, i) => `Z${i};Rahmen AG;Bern;01.01.2026`),
        ...rows.map((each) => [each.isBroken ? "" : each.key, each.name, each.city, each.stated].join(";")),
        "",
      ].join("\n");
    await fc.assert(
      fc.asyncProperty(fc.array(extract, { minLength: 2, maxLength: 3 }), fc.nat(2), (extracts, pick) =>
        onDesk(async (desk) => {
          const ids: (string | null)[] = [];
          for (const [index, { rows, mode }] of extracts.entries()) {
            const batch = await desk.take(`${index}.csv`, text(rows), { mode, as: "customers" });
            const [read, ...outcomes] = counts(batch);
            expect(read).toBe(rows.length + 3);
            expect(outcomes.reduce((sum, value) => sum + value, 0)).toBe(read);
            ids.push(batch.batchId);
          }
          const whole = await currentFacts(desk);
          const taken = pick % extracts.length;
          await desk.undo(ids[taken]!);
          const without = await currentFacts(desk);
          await onDesk(async (fresh) => {
            for (const [index, { rows, mode }] of extracts.entries()) {
              if (index !== taken) await fresh.take(`${index}.csv`, text(rows), { mode, as: "customers" });
            }
            expect(without).toEqual(await currentFacts(fresh));
          });
          await desk.redo(ids[taken]!);
          expect(await currentFacts(desk)).toEqual(whole);
        }),
      ),
      { numRuns: 4, seed },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counts, type ImportDesk, importDesk } from "../import-desk.ts";

/** Random histories of case files: states of few cases that come early, late, twice, without a caller, or broken. */
const cell = (...values: string[]) => fc.constantFrom("", ...values);
const state = fc.record({
  number: fc.constantFrom("T1", "T2", "T3"),
  caller: cell("K1", "K2"),
  origin: cell("Telefon", "E-Mail"),
  closed: cell("03.02.2026 10:00", "30.01.2026 10:00"),
  transfers: cell("0", "1", "2"),
  stated: cell("01.02.2026 08:00", "01.02.2026 18:00", "02.02.2026 08:00"),
  isBroken: fc.nat(9).map((value) => value === 0),
});
type State = typeof state extends fc.Arbitrary<infer One> ? One : never;

function csv(states: readonly State[]): string {
  const rows = states.map((one) =>
    [
      one.isBroken ? "" : one.number,
      one.caller,
      "01.02.2026 07:00",
      one.closed,
      one.origin,
      one.transfers,
      one.stated,
    ].join(";"),
  );
  const frame = ["Z1;KZ;01.02.2026 07:00;13.02.2026 10:00;Telefon;1;01.02.2026 08:00"];
  const head = "Ticketnr;Kundennr;Erstellt am;Geschlossen am;Kanal;Weiterleitungen;Geändert am";
  return `${[head, ...frame, ...rows].join("\n")}\n`;
}

/** What the cases say, in plain loops: per attribute the latest dated state, then the later file, then the later row. */
function fold(files: readonly (readonly State[])[]): Record<string, string>[] {
  const said = files
    .flatMap((states, batch) => states.map((one, row) => ({ ...one, batch, row })))
    .filter((one) => !one.isBroken)
    .sort(
      (a, b) => sortable(a.stated).localeCompare(sortable(b.stated)) || a.batch - b.batch || a.row - b.row,
    );
  return [...new Set(said.map((one) => one.number))].sort().map((number) => {
    const latest = (of: (one: State) => string) =>
      said
        .filter((one) => one.number === number)
        .map(of)
        .filter((value) => value !== "")
        .at(-1) ?? "";
    return {
      number,
      caller: latest((one) => one.caller),
      origin: latest((one) => one.origin),
      // Before the opening is no close.
      closed: latest((one) => (one.closed.startsWith("03") ? "2026-02-03" : "")),
      transfers: latest((one) => one.transfers),
    };
  });
}

const sortable = (moment: string) => moment.replace(/^(\d\d)\.(\d\d)\.(\d{4})/, "$3$2$1");

const cases = (desk: ImportDesk) =>
  desk.rows<Record<string, string>>(
    `SELECT case_number AS number, coalesce(a.account_key, '') AS caller, coalesce(origin, '') AS origin,
      coalesce(closed_at::DATE::VARCHAR, '') AS closed, coalesce(transfers::VARCHAR, '') AS transfers
    FROM service_case_current LEFT JOIN account a USING (account_id) WHERE case_number <> 'Z1' ORDER BY number`,
  );

async function onDesk(work: (desk: ImportDesk) => Promise<void>): Promise<void> {
  const desk = await importDesk();
  try {
    await work(desk);
  } finally {
    await desk.remove();
  }
}

describe("any history of case files", () => {
  it("says what plain loops say, and without any of its files what it would have said without it", async () => {
    const history = fc.array(fc.array(state, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(history, fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }), (files, picks) =>
        onDesk(async (desk) => {
          const ids: (string | null)[] = [];
          for (const [index, states] of files.entries()) {
            const batch = await desk.take(`${index}.csv`, csv(states));
            expect(batch.kind).toBe("serviceCases");
            const [read, ...outcomes] = counts(batch);
            expect(read).toBe(states.length + 1);
            expect(outcomes.reduce((sum, value) => sum + value, 0)).toBe(read);
            expect(batch.rejected).toBe(states.filter((one) => one.isBroken).length);
            ids.push(batch.batchId);
          }
          expect(await cases(desk)).toEqual(fold(files));
          const undone = new Set<number>();
          for (const pick of picks.map((value) => value % files.length)) {
            if (undone.delete(pick)) await desk.redo(ids[pick]!);
            else {
              undone.add(pick);
              await desk.undo(ids[pick]!);
            }
            const others = files.map((states, index) => (undone.has(index) ? [] : states));
            expect(await cases(desk)).toEqual(fold(others));
            const callers = others.flat().filter((one) => !one.isBroken && one.caller !== "");
            const live = await desk.rows<{ account_key: string }>(
              "SELECT account_key FROM account_current WHERE account_key <> 'KZ' ORDER BY 1",
            );
            expect(live.map((row) => row.account_key)).toEqual(
              [...new Set(callers.map((one) => one.caller))].sort(),
            );
          }
        }),
      ),
      { numRuns: 8, seed: 20_261_123 },
    );
  });
});

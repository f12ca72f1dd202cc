/** Contracts of customers whose readiness to leave differs, with a fixed seed. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import type { ReferenceContract } from "@kleinod/engine/measures/renewal/reference.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { seeded } from "./test-base.ts";

const dayAfter = (day: PlainDate, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as PlainDate;

/** Yearly contracts since 2014; every customer ends one with the same own probability at each renewal. */
export function randomContracts(seed: number, count: number, asOf: PlainDate): ReferenceContract[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    // Readiness to leave: the minimum of two uniforms is Beta(1, 2), mean 1/3.
    const churn = Math.min(random(), random());
    const startedOn = dayAfter(plainDate("2014-01-01"), Math.floor(random() * 4_200));
    let renewals = 0;
    while (random() >= churn && renewals < 40) renewals++;
    const lastDay = dayAfter(monthsBefore(startedOn, -12 * (renewals + 1)), -1);
    const isKnown = lastDay <= asOf || (random() < 0.3 && monthsBefore(lastDay, 12) < asOf);
    return {
      customerId: 1 + (index % Math.ceil(count * 0.8)),
      startedOn,
      endsOn: isKnown ? lastDay : null,
      cancelledOn: isKnown ? monthsBefore(lastDay, 3) : null,
      termMonths: 12,
      incomePerYearCents: 10_000 + Math.floor(random() * 90_000),
    };
  });
}

export async function addContracts(
  connection: DuckDBConnection,
  contracts: readonly ReferenceContract[],
): Promise<void> {
  const day = (value: PlainDate | null) => (value === null ? "NULL" : `DATE '${value}'`);
  const rows = contracts.map(
    (contract, index) =>
      `('erp', 'V${index + 1}', ${day(contract.startedOn)}, ${day(contract.endsOn)}, ${contract.termMonths}, 3,
      ${contract.incomePerYearCents}, ${day(contract.cancelledOn)}, 'P${index}', ${contract.customerId}, ${contract.customerId})`,
  );
  await connection.run(`INSERT INTO customer_contract_current (source, contract_number, started_on, ends_on, term_months,
    notice_months, income_per_year_cents, cancelled_on, product, account_id, customer_id) VALUES ${rows.join(", ")}`);
}

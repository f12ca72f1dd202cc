import { monthsBefore } from "@kleinod/engine/measures/period.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import type { BusinessHours, ServicePromise } from "@kleinod/engine/segments/promises/promise-contract.ts";
import { promisesSql } from "@kleinod/engine/segments/promises/sql.ts";

/** The statements that judge every case of the last 24 months against the promise of its category. */
export function promisesStepSql(settings: MeasureSettings): string[] {
  return promisesSql({
    previousFrom: monthsBefore(settings.asOf, 24),
    from: monthsBefore(settings.asOf, 12),
    asOf: settings.asOf,
    promises: settings.values.promises as readonly ServicePromise[],
    hours: settings.values["business.hours"] as BusinessHours,
  });
}

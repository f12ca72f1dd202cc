import type { CostActivity } from "./cost-to-serve/model-contract.ts";
import { texts } from "./sql-text.ts";

/** Codes of the cost activities of these events. */
export function activityCodes(
  activities: readonly Pick<CostActivity, "code" | "event">[],
  ...events: CostActivity["event"][]
): string {
  const codes = activities.filter((activity) => events.includes(activity.event)).map(({ code }) => code);
  return codes.length === 0 ? "NULL" : texts(codes);
}

import type { CostActivity, CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import type { Texts } from "../../i18n/index.ts";
import { channelLabel } from "../economics/channel-label.ts";

/** What happens, and which of it: "Order, telephone". */
export function eventText(activity: CostActivity, texts: Texts): string {
  const { t } = texts;
  const { when } = activity;
  return [
    t(`equations.events.${activity.event}`),
    when?.channel === undefined ? null : channelLabel(when.channel, texts),
    when?.activityType === undefined ? null : t(`equations.activityTypes.${when.activityType}`),
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** Who works: the role, as each event names it, or nobody because the file states money. */
export function roleText(code: string, roles: readonly CostRole[], { t, pick }: Texts): string {
  if (code === "asLogged") return t("equations.asLogged");
  if (code === "direct") return t("equations.direct");
  const role = roles.find((one) => one.code === code);
  return role === undefined ? code : pick(role.label);
}

/** Activities that are money from files take no time; there is nothing to edit in their equation. */
export function isMoney(activity: CostActivity): boolean {
  return activity.role === "direct";
}

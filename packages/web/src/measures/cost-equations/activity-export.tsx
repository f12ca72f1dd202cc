import type { CostActivity, CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { CsvButton } from "../economics/csv-button.tsx";
import { eventText, roleText } from "./activity-words.ts";

/** All activities with what they rest on, as a file. */
export function ActivityExport({
  activities,
  roles,
}: {
  activities: readonly CostActivity[];
  roles: readonly CostRole[];
}) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  return (
    <CsvButton
      title={t("equations.title")}
      rows={activities}
      columns={[
        { header: t("equations.activity"), value: (activity) => pick(activity.label) },
        { header: t("equations.event"), value: (activity) => eventText(activity, texts) },
        { header: t("equations.role"), value: (activity) => roleText(activity.role, roles, texts) },
        { header: t("equations.equation"), value: (activity) => activity.equation },
        ...(["3", "12", "24"] as const).map((months) => ({
          header: `${t("costToServe.customers.avoidable")}, ${t("equations.horizonMonths", { n: format.count(Number(months)) })}`,
          value: (activity: CostActivity) => activity.avoidableRatio[months],
        })),
        { header: t("equations.form.uncertainty"), value: (activity) => activity.uncertaintyRatio },
        { header: t("equations.grade"), value: (activity) => activity.grade },
        {
          header: t("equations.assumption"),
          value: (activity) => (activity.isAssumption ? t("frame.yes") : t("frame.no")),
        },
      ]}
    />
  );
}

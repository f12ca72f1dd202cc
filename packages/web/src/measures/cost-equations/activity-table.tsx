import type { CostActivity, CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { Badge, Button, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { eventText, isMoney, roleText } from "./activity-words.ts";
import { exampleMinutes, exampleValue, readEquation, usedDrivers } from "./equation-example.ts";
import type { ModelDraft } from "./use-model-draft.ts";

interface ActivityTableProps {
  draft: ModelDraft<CostActivity>;
  roles: readonly CostRole[];
  onEdit: (code: string) => void;
}

/** Every activity with its equation, a worked example, its avoidable shares and what is behind it. */
export function ActivityTable({ draft, roles, onEdit }: ActivityTableProps) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  return (
    <ScrollRegion label={t("equations.activities")}>
      <table className="k-table" data-wraps>
        <caption className="k-hidden">{t("equations.activities")}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: "23%" }}>
              {t("equations.activity")}
            </th>
            <th scope="col" style={{ width: "13%" }}>
              {t("equations.role")}
            </th>
            <th scope="col" style={{ width: "27%" }}>
              {t("equations.equation")}
            </th>
            <th scope="col" className="k-number" style={{ width: "18%" }}>
              {t("equations.avoidable")}
            </th>
            <th scope="col" style={{ width: "9%" }}>
              {t("equations.grade")}
            </th>
            <th scope="col" style={{ width: "10%" }}>
              {t("equations.edit")}
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.items.map((activity) => (
            <tr key={activity.code}>
              <th scope="row" style={{ fontWeight: 400 }}>
                <Text size="sm" fw={600}>
                  {pick(activity.label)}{" "}
                  {draft.changed.has(activity.code) ? (
                    <Badge size="sm" variant="light" tt="none" fw={500}>
                      {t("equations.changed")}
                    </Badge>
                  ) : null}
                </Text>
                <Text size="xs" c="dimmed">
                  {eventText(activity, texts)}
                  {activity.isAllocated ? `, ${t("equations.allocated")}` : ""}
                </Text>
              </th>
              <td>{roleText(activity.role, roles, texts)}</td>
              <td>{isMoney(activity) ? "–" : <Equation activity={activity} />}</td>
              <td className="k-number">
                {(["3", "12", "24"] as const)
                  .map((months) => format.percent(activity.avoidableRatio[months]))
                  .join(" · ")}
              </td>
              <td>
                {activity.grade}{" "}
                {activity.isAssumption ? (
                  <Text size="xs" c="dimmed">
                    {t("equations.assumption")}
                  </Text>
                ) : (
                  <Text size="xs" c="dimmed">
                    {t("equations.own")}
                  </Text>
                )}
              </td>
              <td>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t("equations.editNamed", { name: pick(activity.label) })}
                  onClick={() => onEdit(activity.code)}
                >
                  {t("equations.edit")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Equation({ activity }: { activity: CostActivity }) {
  const { t, format, pick } = useTexts();
  const parsed = readEquation(activity.equation, activity.event);
  if (!parsed.ok) {
    return (
      <>
        <code>{activity.equation}</code>
        <Text size="xs">{pick(parsed.message)}</Text>
      </>
    );
  }
  const drivers = usedDrivers(parsed.equation)
    .filter((driver) => driver.unit !== "yesNo")
    .map((driver) => `${format.number(exampleValue(driver.code))} ${pick(driver.label)}`);
  return (
    <>
      <code>{activity.equation}</code>
      <Text size="xs" c="dimmed">
        {t("equations.exampleText", {
          drivers: drivers.length === 0 ? t("equations.noDrivers") : drivers.join(", "),
          minutes: format.number(exampleMinutes(parsed.equation)),
        })}
      </Text>
    </>
  );
}

import type { CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { Badge, Button, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import type { ModelDraft } from "./use-model-draft.ts";

interface RoleTableProps {
  draft: ModelDraft<CostRole>;
  currency: string | null;
  onEdit: (code: string) => void;
}

/** Every role with the rate that holds where it has no cost pool, and how much of its work gets logged. */
export function RoleTable({ draft, currency, onEdit }: RoleTableProps) {
  const { t, format, pick } = useTexts();
  return (
    <ScrollRegion label={t("equations.roles")}>
      <table className="k-table" data-wraps>
        <caption className="k-hidden">{t("equations.roles")}</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: "26%" }}>
              {t("equations.role")}
            </th>
            <th scope="col" className="k-number" style={{ width: "14%" }}>
              {t("equations.form.rate")}
            </th>
            <th scope="col" className="k-number" style={{ width: "14%" }}>
              {t("equations.form.logged")}
            </th>
            <th scope="col" style={{ width: "28%" }}>
              {t("equations.form.aliases")}
            </th>
            <th scope="col" style={{ width: "8%" }}>
              {t("equations.grade")}
            </th>
            <th scope="col" style={{ width: "10%" }}>
              {t("equations.edit")}
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.items.map((role) => (
            <tr key={role.code}>
              <th scope="row" style={{ fontWeight: 400 }}>
                <Text size="sm" fw={600}>
                  {pick(role.label)}{" "}
                  {draft.changed.has(role.code) ? (
                    <Badge size="sm" variant="light" tt="none" fw={500}>
                      {t("equations.changed")}
                    </Badge>
                  ) : null}
                </Text>
                {role.isSpecialist ? (
                  <Text size="xs" c="dimmed">
                    {t("equations.form.specialist")}
                  </Text>
                ) : null}
              </th>
              <td className="k-number">{format.moneyExact(role.assumedRateCentsPerMinute, currency)}</td>
              <td className="k-number">{format.percent(role.loggedRatio)}</td>
              <td>
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {role.aliases.join(", ")}
                </Text>
              </td>
              <td>{role.grade}</td>
              <td>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t("equations.editNamed", { name: pick(role.label) })}
                  onClick={() => onEdit(role.code)}
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

import type { CaseType } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { Text } from "@mantine/core";
import type { Texts } from "../../i18n/index.ts";
import type { TableColumn } from "../../ui/table-column.ts";
import { MoneyCell } from "../economics/money-cell.tsx";

/** Reason, need field and channel as one name; what is not said is left out. */
export function caseTypeName(type: CaseType, pick: Texts["pick"]): string {
  return [pick(type.reasonLabel), type.needField, type.channel === null ? null : pick(type.channelLabel)]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}

/** Columns of case types but the name: cost, failure share, corner, expected money and effort, addressee. */
export function caseTypeColumns(texts: Texts, currency: string | null): readonly TableColumn<CaseType>[] {
  const { t, format, pick } = texts;
  const inCurrency = (label: string) => (currency === null ? label : `${label} (${currency})`);
  return [
    {
      code: "type",
      label: t("triangle.types.type"),
      sortValue: (type) => caseTypeName(type, pick),
      cell: (type) => caseTypeName(type, pick),
    },
    {
      code: "customers",
      label: t("triangle.types.customers"),
      isNumber: true,
      sortValue: (type) => type.customers,
      cell: (type) => format.count(type.customers),
    },
    {
      code: "contacts",
      label: t("triangle.types.contacts"),
      isNumber: true,
      sortValue: (type) => type.contacts,
      cell: (type) => format.count(type.contacts),
    },
    {
      code: "cost",
      label: inCurrency(t("triangle.types.cost")),
      isNumber: true,
      sortValue: (type) => type.costCents,
      cell: (type) => <MoneyCell cents={type.costCents} />,
    },
    {
      code: "failure",
      label: t("triangle.types.failure"),
      isNumber: true,
      sortValue: (type) => type.failureShare,
      cell: (type) =>
        type.failureShare === null ? (
          <span className="k-unclear">{t("frame.unclear")}</span>
        ) : (
          format.percent(type.failureShare)
        ),
    },
    {
      code: "corner",
      label: t("triangle.types.corner"),
      sortValue: (type) => t(`triangle.corners.${type.corner}`),
      cell: (type) => (
        <>
          {t(`triangle.corners.${type.corner}`)}
          <Text size="xs" c="dimmed">
            {t("triangle.types.to", { addressee: pick(type.addresseeLabel) })}
          </Text>
        </>
      ),
    },
    {
      code: "effect",
      label: inCurrency(t("triangle.types.effect")),
      isNumber: true,
      sortValue: (type) => type.effectCents,
      cell: (type) => <MoneyCell cents={type.effectCents} />,
    },
    {
      code: "effort",
      label: t("triangle.types.effort"),
      isNumber: true,
      sortValue: (type) => type.customerMinutes,
      cell: (type) => signedMinutes(type.customerMinutes, texts),
    },
  ];
}

/** Minutes that customers spend more (+) or less (−). */
function signedMinutes(minutes: number, { t, format }: Texts): string {
  const rounded = Math.round(minutes);
  return `${rounded > 0 ? "+" : ""}${t("triangle.types.minutes", { n: format.count(rounded) })}`;
}

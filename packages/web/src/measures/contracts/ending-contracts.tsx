import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { Button, Group, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Section } from "../../ui/page.tsx";
import { EndingCards } from "./ending-cards.tsx";
import { daysOf, endingDays, pageSize, usualDays } from "./ending-days.ts";
import { EndingExport } from "./ending-export.tsx";
import { EndingRows } from "./ending-rows.tsx";

interface EndingContractsProps {
  report: ContractsReport;
  isLoading: boolean;
  /** Into the address; absent: the usual time and length. */
  onChange: (values: { days?: string | undefined; limit?: string | undefined }) => void;
}

/** The call list: running contracts whose term ends soon, with what is at hand for the call. */
export function EndingContracts({ report, isLoading, onChange }: EndingContractsProps) {
  const { t, format } = useTexts();
  const isNarrow = useMediaQuery("(max-width: 48em)");
  const { ending, currency } = report;
  const counted = { count: ending.total, n: format.count(ending.total) };
  return (
    <Section
      title={t("contracts.ending.title")}
      hint={
        ending.incomePerYearCents === null
          ? ending.total === 0
            ? undefined
            : t("contracts.ending.hintNoIncome", counted)
          : t("contracts.ending.hint", {
              ...counted,
              income: format.moneyShort(ending.incomePerYearCents, currency),
            })
      }
      actions={
        <Group gap="sm" align="flex-end" className="k-no-print">
          <Select
            label={t("contracts.ending.within")}
            data={endingDays.map((days) => ({
              value: String(days),
              label: t("contracts.ending.days", { n: format.count(days) }),
            }))}
            value={String(daysOf(String(ending.withinDays)))}
            allowDeselect={false}
            onChange={(days) =>
              onChange({
                days: days === String(usualDays) ? undefined : (days ?? undefined),
                limit: undefined,
              })
            }
            w={140}
          />
          <EndingExport ending={ending} currency={currency} />
        </Group>
      }
    >
      <div aria-busy={isLoading}>
        {ending.rows.length === 0 ? (
          <EmptyState
            title={t("contracts.ending.none")}
            why={t("contracts.ending.noneWhy", { days: format.count(ending.withinDays) })}
          />
        ) : isNarrow ? (
          <EndingCards rows={ending.rows} asOf={report.asOf} currency={currency} />
        ) : (
          <EndingRows rows={ending.rows} asOf={report.asOf} currency={currency} />
        )}
      </div>
      {ending.rows.length === ending.total ? null : (
        <Button
          className="k-no-print"
          variant="default"
          mt="sm"
          loading={isLoading}
          onClick={() => onChange({ limit: String(ending.rows.length + pageSize) })}
        >
          {t("contracts.ending.more", {
            shown: format.count(ending.rows.length),
            total: format.count(ending.total),
          })}
        </Button>
      )}
    </Section>
  );
}

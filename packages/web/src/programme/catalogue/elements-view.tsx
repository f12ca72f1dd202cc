import type { ElementReport, ElementRow } from "@kleinod/engine/programme/offers/element-contract.ts";
import { Button, Drawer } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";
import { ElementProfileForm } from "./element-profile-form.tsx";
import { ElementUseChart } from "./element-use-chart.tsx";

/** Use × cost of every service element as a picture and a table, each with its proposal in words. */
export function ElementsView({ report }: { report: ElementReport }) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const [opened, setOpened] = useState<ElementRow | null>(null);
  const unclear = <span className="k-unclear">{t("frame.unclear")}</span>;
  if (report.elements.length === 0) {
    return (
      <EmptyState
        title={t("catalogue.empty.title")}
        why={t("catalogue.empty.why")}
        action={
          <LinkButton to="/$space/data/import" params={{ space }}>
            {t("catalogue.empty.action")}
          </LinkButton>
        }
      />
    );
  }
  const columns: TableColumn<ElementRow>[] = [
    {
      code: "element",
      label: t("catalogue.elements.element"),
      sortValue: (row) => row.element,
      cell: (row) => (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setOpened(row)}
          aria-label={t("catalogue.elements.aboutOf", { element: row.element })}
        >
          {row.element}
        </Button>
      ),
    },
    {
      code: "users",
      label: t("catalogue.elements.users"),
      isNumber: true,
      sortValue: (row) => row.users,
      cell: (row) => format.count(row.users),
    },
    {
      code: "userRatio",
      label: t("catalogue.elements.userRatio"),
      isNumber: true,
      sortValue: (row) => row.userRatio,
      cell: (row) => (row.userRatio === null ? unclear : format.percent(row.userRatio)),
    },
    {
      code: "cost",
      label: t("catalogue.elements.cost"),
      isNumber: true,
      sortValue: (row) => row.costCents,
      cell: (row) => (
        <span
          title={t("catalogue.elements.range", {
            low: format.money(row.costLowCents, report.currency),
            high: format.money(row.costHighCents, report.currency),
          })}
        >
          {format.money(row.costCents, report.currency)}
        </span>
      ),
    },
    {
      code: "costShare",
      label: t("catalogue.elements.costShare"),
      isNumber: true,
      sortValue: (row) => row.costShareRatio,
      cell: (row) => (row.costShareRatio === null ? unclear : format.percent(row.costShareRatio)),
    },
    {
      code: "unitCost",
      label: t("catalogue.elements.unitCost"),
      isNumber: true,
      sortValue: (row) => row.unitCostCentsPerCustomerYear,
      cell: (row) =>
        row.unitCostCentsPerCustomerYear === null
          ? unclear
          : format.money(row.unitCostCentsPerCustomerYear, report.currency),
    },
    {
      code: "reason",
      label: t("catalogue.elements.reason"),
      isNumber: true,
      sortValue: (row) => row.reasonToStayRatio,
      cell: (row) => (row.reasonToStayRatio === null ? unclear : format.percent(row.reasonToStayRatio)),
    },
    {
      code: "touches",
      label: t("catalogue.elements.touches"),
      isNumber: true,
      sortValue: (row) => row.manualTouches,
      cell: (row) => (row.manualTouches === null ? unclear : format.number(row.manualTouches)),
    },
    {
      code: "proposal",
      label: t("catalogue.elements.proposal"),
      sortValue: (row) => row.proposal,
      cell: (row) => <span title={pick(row.sentence)}>{t(`catalogue.proposals.${row.proposal}`)}</span>,
    },
  ];
  return (
    <>
      <ElementUseChart elements={report.elements} />
      <Section title={t("catalogue.elements.table")} hint={t("catalogue.elements.tableHint")}>
        <SimpleTable
          label={t("catalogue.elements.table")}
          columns={columns}
          rows={report.elements}
          rowKey={(row) => row.element}
          initialSort="-cost"
        />
      </Section>
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        position="right"
        title={opened?.element ?? ""}
        closeButtonProps={{ "aria-label": t("frame.close") }}
      >
        {opened === null ? null : (
          <ElementProfileForm row={opened} roles={report.roles} onDone={() => setOpened(null)} />
        )}
      </Drawer>
    </>
  );
}

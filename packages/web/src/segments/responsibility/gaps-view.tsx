import type {
  ResponsibilityGap,
  ResponsibilityReport,
} from "@kleinod/engine/segments/responsibility/report-contract.ts";
import type { Target } from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";
import { AssignDrawer, type Proposal } from "./assign-drawer.tsx";

type Group = ResponsibilityReport["gapGroups"][number];

/** Nobody is responsible: by group, so that many are settled at once, and one by one. */
export function GapsView({
  report,
  isLoading,
  onMore,
}: {
  report: ResponsibilityReport;
  isLoading: boolean;
  onMore: () => void;
}) {
  const { t, format } = useTexts();
  const [chosen, setChosen] = useState<{ target: Target; proposal: Proposal | null } | null>(null);
  if (report.gapsTotal === 0) {
    return <EmptyState title={t("responsibility.gap.emptyTitle")} why={t("responsibility.gap.emptyWhy")} />;
  }
  return (
    <>
      <Section title={t("responsibility.gap.groups")} hint={t("responsibility.gap.groupsHint")}>
        <Groups report={report} onAssign={(target, proposal) => setChosen({ target, proposal })} />
      </Section>
      <Section
        title={t("responsibility.gap.list")}
        hint={
          report.gaps.length < report.gapsTotal
            ? t("responsibility.gap.more", {
                total: format.count(report.gapsTotal),
                shown: format.count(report.gaps.length),
              })
            : undefined
        }
      >
        <List report={report} onAssign={(target, proposal) => setChosen({ target, proposal })} />
        {report.gaps.length < report.gapsTotal ? (
          <Button className="k-no-print" variant="default" mt="sm" loading={isLoading} onClick={onMore}>
            {t("needs.gap.more", {
              shown: format.count(report.gaps.length),
              total: format.count(report.gapsTotal),
            })}
          </Button>
        ) : null}
      </Section>
      <AssignDrawer chosen={chosen} onClose={() => setChosen(null)} />
    </>
  );
}

interface ListProps {
  report: ResponsibilityReport;
  onAssign: (target: Target, proposal: Proposal | null) => void;
}

function Groups({ report, onAssign }: ListProps) {
  const { t, format } = useTexts();
  const money = (label: string) => (report.currency === null ? label : `${label} (${report.currency})`);
  const targetOf = (group: Group): Target => ({
    gapGroup: { branch: group.branch, region: group.region },
  });
  const columns: TableColumn<Group>[] = [
    {
      code: "branch",
      label: t("responsibility.gap.branch"),
      sortValue: (row) => row.branch,
      cell: (row) => row.branch ?? t("responsibility.gap.all"),
    },
    {
      code: "region",
      label: t("responsibility.gap.region"),
      sortValue: (row) => row.region,
      cell: (row) => row.region ?? t("responsibility.gap.all"),
    },
    {
      code: "customers",
      label: t("responsibility.gap.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "sales",
      label: money(t("responsibility.gap.sales")),
      isNumber: true,
      sortValue: (row) => row.salesLast12Cents,
      cell: (row) =>
        row.salesLast12Cents === null ? t("frame.unclear") : format.amount(row.salesLast12Cents),
    },
    {
      code: "assign",
      label: t("responsibility.gap.proposal"),
      cell: (row) => (
        <AssignButton proposals={row.proposals} onAssign={(one) => onAssign(targetOf(row), one)} />
      ),
    },
  ];
  return (
    <SimpleTable
      label={t("responsibility.gap.groups")}
      columns={columns}
      rows={report.gapGroups}
      rowKey={(row) => `${row.branch} ${row.region}`}
      maxHeight={420}
    />
  );
}

function List({ report, onAssign }: ListProps) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const money = (label: string) => (report.currency === null ? label : `${label} (${report.currency})`);
  const columns: TableColumn<ResponsibilityGap>[] = [
    {
      code: "name",
      label: t("responsibility.gap.customer"),
      sortValue: (row) => row.name,
      cell: (row) => (
        <>
          <TextLink to="/$space/customers/$id" params={{ space, id: String(row.customerId) }} size="sm">
            {row.name}
          </TextLink>
          <Text size="xs" c="dimmed">
            {[row.accountKey, row.city, row.branch]
              .filter((part) => part !== null && part !== "")
              .join(" · ")}
          </Text>
        </>
      ),
    },
    { code: "why", label: t("responsibility.gap.why"), cell: (row) => pick(row.why.text) },
    {
      code: "sales",
      label: money(t("responsibility.gap.sales")),
      isNumber: true,
      sortValue: (row) => row.salesLast12Cents,
      cell: (row) =>
        row.salesLast12Cents === null ? t("frame.unclear") : format.amount(row.salesLast12Cents),
    },
    {
      code: "assign",
      label: t("responsibility.gap.proposal"),
      cell: (row) => (
        <AssignButton
          proposals={row.proposals}
          onAssign={(one) => onAssign({ customers: [row.customerId] }, one)}
        />
      ),
    },
  ];
  return (
    <SimpleTable
      label={t("responsibility.gap.list")}
      columns={columns}
      rows={report.gaps}
      rowKey={(row) => row.customerId}
    />
  );
}

function AssignButton({
  proposals,
  onAssign,
}: {
  proposals: readonly Proposal[];
  onAssign: (proposal: Proposal | null) => void;
}) {
  const { t, format } = useTexts();
  const best = proposals[0] ?? null;
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => onAssign(best)}>
        {best === null
          ? t("responsibility.gap.assign")
          : t("responsibility.gap.assignTo", { name: best.name })}
      </Button>
      <Text size="xs" c="dimmed">
        {best === null
          ? t("responsibility.gap.noProposal")
          : t("responsibility.gap.proposalMore", { share: format.percent(best.shareRatio) })}
      </Text>
    </>
  );
}

import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { Button, Group } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { apiUrl } from "../../api/client.ts";
import { useTexts } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { CsvButton } from "./csv-button.tsx";
import { unitsOf } from "./table-csv.ts";

type Pool = CostToServeReport["reconciliation"]["byPool"][number];

const parts = ["customersCents", "unusedCents", "unassignedCents"] as const;

/**
 * The table that a controller checks: per pool and in total, customers + unused + without customer against the cost of the
 * pool, every cent shown. What has no pool stands below the line, never inside of it.
 */
export function CostReconciliation({ report }: { report: CostToServeReport }) {
  const { t, format, language } = useTexts();
  const space = useSpace();
  const { reconciliation, currency, pools } = report;
  if (pools.length === 0) {
    return (
      <EmptyState
        title={t("costToServe.reconciliation.none")}
        why={t("costToServe.reconciliation.noneWhy")}
        action={
          <LinkButton to="/$space/data/import" params={{ space }}>
            {t("costToServe.importPools")}
          </LinkButton>
        }
      />
    );
  }
  const total: Pool = { ...reconciliation, code: t("costToServe.reconciliation.total") };
  const nameOf = (code: string) => pools.find((pool) => pool.code === code)?.label ?? code;
  const money = (cents: number) => format.moneyExact(cents, null);
  const headers = [
    t("costToServe.reconciliation.customers"),
    t("costToServe.reconciliation.unused"),
    t("costToServe.reconciliation.unassigned"),
    t("costToServe.reconciliation.sum"),
    t("costToServe.reconciliation.cost"),
    t("costToServe.reconciliation.difference"),
  ];
  const valuesOf = (pool: Pool): readonly number[] => [
    ...parts.map((part) => pool[part]),
    sumOf(pool),
    pool.poolsCents,
    pool.differenceCents,
  ];
  const title = t("costToServe.reconciliation.title");
  return (
    <Section
      title={currency === null ? title : `${title} (${currency})`}
      hint={t("costToServe.reconciliation.hint")}
      actions={
        <Group gap="xs" className="k-no-print">
          <Button
            component="a"
            href={apiUrl("/reports/cost-to-serve.xlsx", space, { lang: language })}
            download
            variant="default"
            size="compact-md"
            leftSection={<IconFileSpreadsheet size={16} stroke={1.6} />}
          >
            Excel
          </Button>
          <CsvButton
            title={title}
            rows={[...reconciliation.byPool, total]}
            columns={[
              {
                header: t("costToServe.reconciliation.pool"),
                value: (pool) => (pool === total ? pool.code : nameOf(pool.code)),
              },
              ...headers.map((header, index) => ({
                header,
                value: (pool: Pool) => unitsOf(valuesOf(pool)[index] ?? null),
              })),
            ]}
          />
        </Group>
      }
    >
      <ScrollRegion label={title}>
        <table className="k-table">
          <caption className="k-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("costToServe.reconciliation.pool")}</th>
              {headers.map((header) => (
                <th key={header} scope="col" className="k-number">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reconciliation.byPool.map((pool) => (
              <tr key={pool.code}>
                <th scope="row" style={{ fontWeight: 400 }}>
                  {nameOf(pool.code)}
                </th>
                {valuesOf(pool).map((cents, index) => (
                  <td key={headers[index]} className="k-number">
                    {money(cents)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr style={{ fontWeight: 600 }}>
              <th scope="row">{total.code}</th>
              {valuesOf(total).map((cents, index) => (
                <td key={headers[index]} className="k-number">
                  {money(cents)}
                </td>
              ))}
            </tr>
            <Outside
              label={t("costToServe.reconciliation.assumed")}
              cents={reconciliation.assumedCents}
              columns={headers.length}
            />
            <Outside
              label={t("costToServe.reconciliation.direct")}
              cents={reconciliation.directCents}
              columns={headers.length}
            />
          </tfoot>
        </table>
      </ScrollRegion>
    </Section>
  );
}

/** A line below the total that is no part of it. */
function Outside({ label, cents, columns }: { label: string; cents: number; columns: number }) {
  const { t, format } = useTexts();
  return (
    <tr style={{ color: "var(--k-muted)" }}>
      <th scope="row" style={{ fontWeight: 400 }}>
        {t("costToServe.reconciliation.outside")}: {label}
      </th>
      <td className="k-number">{format.moneyExact(cents, null)}</td>
      <td colSpan={columns - 1} />
    </tr>
  );
}

function sumOf(pool: Pool): number {
  return parts.reduce((sum, part) => sum + pool[part], 0);
}

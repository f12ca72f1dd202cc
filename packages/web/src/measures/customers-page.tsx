import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import { Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { statusQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { TextLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { useSpace } from "../ui/use-space.ts";
import { type CellContent, cellValue, isNumberColumn } from "./cell-value.tsx";
import { promiseColumn, ServicePromiseName } from "./column-choices.tsx";
import { type ExplorerState, explorerQuery, readExplorer, writeExplorer } from "./explorer-state.ts";
import { ColumnMenu } from "./parts/column-menu.tsx";
import { ExportMenu } from "./parts/export-menu.tsx";
import { FilterBar } from "./parts/filter-bar.tsx";
import { NoDataYet } from "./parts/no-data-yet.tsx";
import { ViewMenu } from "./parts/view-menu.tsx";
import { useCustomerRows } from "./use-customer-rows.ts";

type Row = Record<string, CellContent>;
const wideColumns: Readonly<Record<string, number>> = {
  name: 230,
  email: 220,
  accountKey: 114,
  city: 116,
  branch: 120,
  sizeClass: 84,
  rhythmState: 116,
  customerId: 80,
};

/** All customers: filter, sort, choose columns, keep the view, take it along. */
export function CustomersPage() {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/customers" });
  const search = useSearch({ from: "/$space/customers" });
  const state = useMemo(() => readExplorer(search), [search]);
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const query = useMemo(() => explorerQuery(state), [state]);
  const rows = useCustomerRows(space, query, hasData);
  const change = (next: ExplorerState) =>
    void navigate({
      search: (before) => ({
        ...(before.lang === undefined ? {} : { lang: before.lang }),
        ...writeExplorer(next),
      }),
      replace: true,
    });
  const searchLater = useDebouncedCallback((text: string) => change({ ...state, search: text }), 200);
  const columns = state.columns.flatMap((code): TableColumn<Row>[] => {
    const column = customerColumn(code);
    if (column === null) return [];
    return [
      {
        code,
        label: pick(column.label),
        hint: pick(column.description),
        isNumber: isNumberColumn(column),
        width: wideColumns[code] ?? (isNumberColumn(column) ? 140 : 130),
        cell: (row) =>
          code === "name" ? (
            // The row is the tab stop; the link is there for a new tab and for pointing.
            <TextLink
              to="/$space/customers/$id"
              params={{ space, id: String(row.customerId) }}
              tabIndex={-1}
              size="sm"
              fw={500}
            >
              {row.name ?? row.accountKey}
            </TextLink>
          ) : code === promiseColumn && typeof row[code] === "string" ? (
            <ServicePromiseName code={row[code]} />
          ) : (
            cellValue(column, row[code], texts)
          ),
      },
    ];
  });

  if (status.data !== undefined && !hasData) {
    return (
      <Page title={t("customers.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  const isNarrowed = state.search !== "" || state.filters.length > 0;
  return (
    <Page
      title={t("customers.title")}
      sentence={
        rows.total === null
          ? null
          : t(isNarrowed ? "customers.sentenceFiltered" : "customers.sentence", {
              count: rows.total,
              n: format.count(rows.total),
            })
      }
      note={
        rows.currency === null || status.data?.asOf == null
          ? undefined
          : t("customers.amountsIn", { currency: rows.currency, date: format.date(status.data.asOf) })
      }
      actions={
        <>
          <ViewMenu space={space} state={state} onChoose={change} />
          <ColumnMenu columns={state.columns} onChange={(chosen) => change({ ...state, columns: chosen })} />
          <ExportMenu space={space} query={query} />
        </>
      }
    >
      <Group gap="sm" align="center">
        <TextInput
          key={`${space}-${search.q === undefined}`}
          defaultValue={state.search}
          onChange={(event) => searchLater(event.currentTarget.value)}
          leftSection={<IconSearch size={16} />}
          placeholder={t("customers.search")}
          aria-label={t("customers.search")}
          w={300}
        />
        <FilterBar filters={state.filters} onChange={(filters) => change({ ...state, filters })} />
      </Group>
      {rows.error !== null ? (
        <ErrorState error={rows.error} retry={rows.retry} />
      ) : rows.total === 0 ? (
        <EmptyState title={t("customers.none")} why={t("customers.noneWhy")} />
      ) : (
        <DataTable
          label={t("customers.title")}
          columns={columns}
          total={rows.total ?? 0}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          sort={state.sort}
          onSort={(sort) => change({ ...state, sort })}
          onOpen={(row) =>
            void navigate({ to: "/$space/customers/$id", params: { space, id: String(row.customerId) } })
          }
        />
      )}
    </Page>
  );
}

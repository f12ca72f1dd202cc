import type { CustomerPage, CustomerQuery } from "@kleinod/engine/measures/reports.ts";
import { useQueries } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { customersQuery } from "../api/queries.ts";
import type { Space } from "../api/types.ts";

type Row = CustomerPage["rows"][number];

const pageRows = 200;

/**
 * The rows in view and no others: the list is cut into pages of 200, and a jump into the middle of a million asks for
 * that page alone. The first page always stays, because it carries the total.
 */
export function useCustomerRows(space: Space, query: CustomerQuery, enabled: boolean) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const firstPage = Math.floor(range.first / pageRows);
  const lastPage = Math.max(firstPage, Math.floor(range.last / pageRows));
  const wanted = [...new Set([0, ...pagesBetween(firstPage, lastPage)])];
  const answers = useQueries({
    queries: wanted.map((page) => ({
      ...customersQuery(space, { ...query, limit: pageRows, offset: page * pageRows }),
      enabled,
      staleTime: 30_000,
    })),
  });
  const pages = new Map<number, CustomerPage>();
  for (const [index, page] of wanted.entries()) {
    const data = answers[index]?.data;
    if (data !== undefined) pages.set(page, data);
  }
  const onRange = useCallback((first: number, last: number) => {
    setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, []);
  const failed = answers.find((answer) => answer.isError);
  return {
    /** Null until the first answer. */
    total: pages.get(0)?.total ?? null,
    currency: pages.get(0)?.currency ?? null,
    rowAt: (index: number): Row | null =>
      pages.get(Math.floor(index / pageRows))?.rows[index % pageRows] ?? null,
    onRange,
    error: failed?.error ?? null,
    retry: () => {
      for (const answer of answers) void answer.refetch();
    },
  };
}

function pagesBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

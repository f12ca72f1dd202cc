import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { statusQuery } from "../../api/queries.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page, PageSkeleton } from "../../ui/page.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { NoDataYet } from "../parts/no-data-yet.tsx";

/** The frame of every page of this area: loading, no data yet, or the page. */
export function WithData({ title, children }: { title: string; children: ReactNode }) {
  const space = useSpace();
  const status = useQuery(statusQuery(space));
  if (status.isError) return <ErrorState error={status.error} retry={() => void status.refetch()} />;
  if (status.data === undefined) return <PageSkeleton />;
  if (!status.data.hasData) {
    return (
      <Page title={title}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  return children;
}

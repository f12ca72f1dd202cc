import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { batchesQuery, statusQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { NoDataYet } from "../measures/parts/no-data-yet.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { BatchDetails } from "./batch-details.tsx";
import { BatchList } from "./batch-list.tsx";

/** What was imported, when, with what result; each import can be undone and redone. */
export function DataPage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/data" });
  const { batch } = useSearch({ from: "/$space/data" });
  const status = useQuery(statusQuery(space));
  const batches = useQuery(batchesQuery(space));
  const open = (id: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, batch: id }), replace: id === undefined });
  if (batches.isError) return <ErrorState error={batches.error} retry={() => void batches.refetch()} />;
  if (batches.data === undefined) return <PageSkeleton />;
  const list = batches.data.batches;
  const actions =
    space === "company" ? (
      <>
        <LinkButton to="/$space/data/import" params={{ space }}>
          {t("import.start")}
        </LinkButton>
        <LinkButton to="/$space/data/control-totals" params={{ space }} variant="light">
          {t("import.controlTotals")}
        </LinkButton>
      </>
    ) : (
      <LinkButton to="/$space/data/control-totals" params={{ space }} variant="light">
        {t("import.controlTotals")}
      </LinkButton>
    );
  if (list.length === 0) {
    return (
      <Page title={t("import.history")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  return (
    <Page
      title={t("import.history")}
      sentence={
        status.data === undefined
          ? null
          : t("import.historySentence", {
              count: list.length,
              n: format.count(list.length),
              lines: format.count(status.data.lines),
              customers: format.count(status.data.customers),
            })
      }
      note={space === "example" ? t("import.exampleNote") : t("import.historyNote")}
      actions={actions}
    >
      <BatchList space={space} batches={list} onOpen={open} />
      <Drawer
        opened={batch !== undefined}
        onClose={() => open(undefined)}
        position="right"
        size="xl"
        title={t("import.batchTitle", { id: batch ?? "" })}
        closeButtonProps={{ "aria-label": t("frame.close") }}
      >
        {batch === undefined ? null : <BatchDetails space={space} id={batch} />}
      </Drawer>
    </Page>
  );
}

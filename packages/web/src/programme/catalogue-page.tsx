import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { catalogueQuery } from "../api/offer-queries.ts";
import { statusQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { NoDataYet } from "../measures/parts/no-data-yet.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { CatalogueFigures } from "./catalogue/catalogue-figures.tsx";
import { DeviationsView } from "./catalogue/deviations-view.tsx";
import { ElementsView } from "./catalogue/elements-view.tsx";
import { OffersView } from "./catalogue/offers-view.tsx";
import { TransfersView } from "./catalogue/transfers-view.tsx";
import { UnclearList } from "./parts/unclear-list.tsx";
import "./programme.css";

const views = ["elements", "offers", "transfers", "deviations"] as const;
type View = (typeof views)[number];

/** The lean catalogue: which services are used and what they cost, lean offers, what moved on, and what deviates. */
export function CataloguePage() {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/programme/catalogue" });
  const search = useSearch({ from: "/$space/programme/catalogue" });
  const view: View = views.find((code) => code === search.view) ?? "elements";
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const report = useQuery({ ...catalogueQuery(space), enabled: hasData });
  if (status.isError) return <ErrorState error={status.error} retry={() => void status.refetch()} />;
  if (report.isError) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (status.data !== undefined && !hasData) {
    return (
      <Page title={t("catalogue.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  if (report.data === undefined) return <PageSkeleton />;
  const { elements, offers, transfers } = report.data;
  return (
    <Page
      title={t("catalogue.title")}
      sentence={pick(elements.sentence)}
      note={t("catalogue.note", {
        date: format.date(elements.asOf),
        customers: format.count(elements.customers),
      })}
      actions={
        <>
          <LinkButton to="/$space/economics" params={{ space }} variant="default">
            {t("catalogue.scale")}
          </LinkButton>
          <LinkButton
            to="/$space/data/parameters"
            params={{ space }}
            search={{ edit: view === "deviations" ? "programme.deviations" : "programme.catalogue" }}
            variant="default"
          >
            {t("catalogue.rules")}
          </LinkButton>
        </>
      }
    >
      <CatalogueFigures report={report.data} />
      <div className="k-no-print" style={{ overflowX: "auto" }}>
        <SegmentedControl
          aria-label={t("catalogue.viewsLabel")}
          value={view}
          onChange={(value) =>
            void navigate({
              search: (current) => ({ ...current, view: value === "elements" ? undefined : value }),
              replace: true,
            })
          }
          data={views.map((value) => ({ value, label: t(`catalogue.views.${value}`) }))}
        />
      </div>
      {view === "elements" ? (
        <>
          <ElementsView report={elements} />
          <UnclearList
            title={t("catalogue.unclear")}
            rows={elements.unclear.map(({ field, text }) => ({ code: field, text }))}
            notes={[]}
          />
        </>
      ) : view === "offers" ? (
        <OffersView offers={offers} elements={elements} />
      ) : view === "transfers" ? (
        <TransfersView report={transfers} currency={elements.currency} />
      ) : (
        <DeviationsView offers={offers} />
      )}
    </Page>
  );
}

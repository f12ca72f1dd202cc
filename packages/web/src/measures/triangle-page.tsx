import type { CaseType, Triangle } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { triangleQuery } from "../api/economics-queries.ts";
import { TernaryChart } from "../charts/ternary-chart.tsx";
import { type Texts, useTexts } from "../i18n/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { WithData } from "./economics/with-data.tsx";
import { caseGroups, groupCodeOf } from "./triangle/case-groups.ts";
import { caseTypeName } from "./triangle/case-type-columns.tsx";
import { CaseTypeDrawer } from "./triangle/case-type-drawer.tsx";
import { CaseTypeTable } from "./triangle/case-type-table.tsx";
import { TriangleFigures } from "./triangle/triangle-figures.tsx";
import { TriangleFindings } from "./triangle/triangle-findings.tsx";
import { UnknownReasons } from "./triangle/unknown-reasons.tsx";

/** Where small value, varied need and high effort meet, by case type: what to shrink, by which means, and who can. */
export function TrianglePage() {
  const { t } = useTexts();
  return (
    <WithData title={t("triangle.title")}>
      <TriangleLoaded />
    </WithData>
  );
}

function TriangleLoaded() {
  const space = useSpace();
  const triangle = useQuery(triangleQuery(space));
  if (triangle.isError) return <ErrorState error={triangle.error} retry={() => void triangle.refetch()} />;
  if (triangle.data === undefined) return <PageSkeleton />;
  return <TriangleContent triangle={triangle.data} />;
}

function TriangleContent({ triangle }: { triangle: Triangle }) {
  const texts = useTexts();
  const { t, pick } = texts;
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/economics/triangle" });
  const { type: openCode, group: groupCode } = useSearch({ from: "/$space/economics/triangle" });
  const go = useCallback(
    (values: { type?: string | undefined; group?: string | undefined }, replace = false) =>
      void navigate({ search: (search) => ({ ...search, ...values }), replace, resetScroll: false }),
    [navigate],
  );
  const open = useCallback((code: string | undefined) => go({ type: code }, code === undefined), [go]);
  const nameOf = useCallback((type: CaseType) => caseTypeName(type, pick), [pick]);
  const { caseTypes, caseTypesTotal, currency } = triangle;
  const groups = useMemo(
    () =>
      caseGroups(caseTypes).map((group) => ({
        ...group,
        name: group.types[0] === undefined ? group.code : nameOf({ ...group.types[0], needField: null }),
      })),
    [caseTypes, nameOf],
  );
  const shownGroup = groups.find((group) => group.code === groupCode);
  const shownTypes = useMemo(
    () =>
      shownGroup === undefined
        ? caseTypes
        : caseTypes.filter((type) => groupCodeOf(type) === shownGroup.code),
    [caseTypes, shownGroup],
  );
  const openGroup = useCallback(
    (group: (typeof groups)[number]) => {
      const only = group.types.length === 1 ? group.types[0] : undefined;
      if (only !== undefined) open(only.code);
      else go({ group: group.code });
    },
    [go, open],
  );
  const opened = caseTypes.find((type) => type.code === openCode) ?? null;
  return (
    <Page
      title={t("triangle.title")}
      sentence={triangleSentence(triangle, texts)}
      note={triangleNote(triangle, texts)}
      actions={
        <>
          <LinkButton to="/$space/economics/cost-to-serve" params={{ space }} variant="light">
            {t("triangle.toCosts")}
          </LinkButton>
          {triangle.evidence === "contacts" ? null : (
            <LinkButton to="/$space/data/import" params={{ space }}>
              {t("triangle.importCases")}
            </LinkButton>
          )}
        </>
      }
    >
      <TriangleFigures triangle={triangle} />
      {caseTypes.length === 0 ? (
        <EmptyState
          title={t("triangle.none")}
          why={[
            t("triangle.noneWhy"),
            ...triangle.unclear.flatMap((one) => (one.cure === undefined ? [] : [pick(one.cure)])),
          ].join(" ")}
          action={
            <LinkButton to="/$space/data/import" params={{ space }}>
              {t("triangle.importCases")}
            </LinkButton>
          }
        />
      ) : (
        <>
          <TriangleFindings triangle={triangle} nameOf={nameOf} onOpen={open} />
          <TernaryChart items={groups} currency={currency} onOpen={openGroup} />
          <CaseTypeTable
            types={shownTypes}
            total={caseTypesTotal}
            groupName={shownGroup?.name ?? null}
            currency={currency}
            nameOf={nameOf}
            onOpen={open}
            onAll={() => go({ group: undefined })}
          />
        </>
      )}
      {triangle.unknownReasons.length === 0 ? null : <UnknownReasons reasons={triangle.unknownReasons} />}
      <CaseTypeDrawer type={opened} nameOf={nameOf} currency={currency} onClose={() => open(undefined)} />
    </Page>
  );
}

function triangleSentence({ customers }: Triangle, { t, format }: Texts): string {
  if (customers.inTriangle === 0) return t("triangle.sentenceNone");
  return t("triangle.sentence", {
    count: customers.inTriangle,
    n: format.count(customers.inTriangle),
  });
}

function triangleNote({ customers, costCents, currency, evidence, borders }: Triangle, { t, format }: Texts) {
  return [
    customers.inTriangle === 0
      ? ""
      : t("triangle.noteCost", { cost: format.moneyShort(costCents, currency) }),
    t("triangle.noteTypes"),
    evidence === "orders" ? t("triangle.noteOrders") : "",
    t("triangle.borders", {
      value: format.money(borders.valuePerContactCents, currency),
      variety: format.number(borders.needVariety),
      ratio: format.percent(borders.effortRatio),
    }),
    borders.isAssumption ? t("triangle.bordersAssumed") : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

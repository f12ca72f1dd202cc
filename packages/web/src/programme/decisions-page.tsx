import { Button, Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { decisionsQuery } from "../api/offer-queries.ts";
import { useTexts } from "../i18n/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { PartsFigure } from "../ui/parts-figure.tsx";
import { useSpace } from "../ui/use-space.ts";
import { DecisionCard } from "./decisions/decision-card.tsx";
import { DecisionForm } from "./decisions/decision-form.tsx";
import "./programme.css";

/** What was decided, by whom, on which figures, what was expected, and what the figures say since. */
export function DecisionsPage() {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const [isAdding, setAdding] = useState(false);
  const list = useQuery(decisionsQuery(space));
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.data === undefined) return <PageSkeleton />;
  const { decisions, overdue, due, sentence, currency, today } = list.data;
  const add = <Button onClick={() => setAdding(true)}>{t("decisionRecord.add")}</Button>;
  return (
    <Page
      title={t("decisionRecord.title")}
      sentence={pick(sentence)}
      note={t("decisionRecord.note")}
      actions={decisions.length === 0 ? undefined : add}
    >
      {decisions.length === 0 ? (
        <EmptyState title={t("decisionRecord.none")} why={t("decisionRecord.noneWhy")} action={add} />
      ) : (
        <>
          <section className="k-figures" aria-label={t("decisionRecord.figures.label")}>
            <PartsFigure
              label={t("decisionRecord.figures.decisions")}
              value={format.count(decisions.length)}
            />
            <PartsFigure label={t("decisionRecord.figures.overdue")} value={format.count(overdue)} />
            <PartsFigure label={t("decisionRecord.figures.due")} value={format.count(due)} />
          </section>
          <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}>
            {decisions.map((decision) => (
              <li key={decision.id}>
                <DecisionCard decision={decision} currency={currency} today={today} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Drawer
        opened={isAdding}
        onClose={() => setAdding(false)}
        position="right"
        size="lg"
        title={t("decisionRecord.add")}
        closeButtonProps={{ "aria-label": t("frame.close") }}
      >
        {isAdding ? <DecisionForm currency={currency} today={today} onDone={() => setAdding(false)} /> : null}
      </Drawer>
    </Page>
  );
}

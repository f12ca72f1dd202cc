import type { PlanCheck, TimelineEntry } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { Text } from "@mantine/core";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { useTexts } from "../../i18n/index.ts";
import type { TableColumn } from "../../ui/table-column.ts";
import { useOptionNames } from "../parts/use-option-names.ts";
import { useRuleText } from "../parts/use-rule-text.ts";
import { TimelineAxis } from "./timeline-axis.tsx";
import { isTooEarly } from "./timeline-scale.ts";

interface TimelineViewProps {
  check: PlanCheck;
  segmentName: (code: string) => string;
  /** Address and action of the drawer of an option. */
  optionHref: (option: string, segment: string) => string;
  onOption: (option: string, segment: string) => void;
}

/** When which option begins, and the day before which a rule does not want it. */
export function TimelineView({ check, segmentName, optionHref, onOption }: TimelineViewProps) {
  const { t, format } = useTexts();
  const nameOf = useOptionNames();
  const ruleText = useRuleText();
  if (check.timeline.length === 0) {
    return (
      <div className="k-card">
        <Text c="dimmed">{t("programme.timeline.none")}</Text>
      </div>
    );
  }
  const optionName = (code: string) => `${code} ${nameOf(code)}`;
  const early = check.timeline.filter(isTooEarly);
  const first = check.timeline[0];
  const last = check.timeline.at(-1);
  const columns: TableColumn<TimelineEntry>[] = [
    {
      code: "from",
      label: t("programme.option.from"),
      sortValue: (row) => row.liveFrom,
      cell: (row) => format.date(row.liveFrom),
    },
    {
      code: "option",
      label: t("programme.ledger.option"),
      sortValue: (row) => row.option,
      cell: (row) => (
        <a
          href={optionHref(row.option, row.segment)}
          onClick={(event) => {
            event.preventDefault();
            onOption(row.option, row.segment);
          }}
        >
          {optionName(row.option)}
        </a>
      ),
    },
    {
      code: "segment",
      label: t("programme.option.segment"),
      sortValue: (row) => row.segment,
      cell: (row) => segmentName(row.segment),
    },
    {
      code: "kind",
      label: t("programme.ledger.kind"),
      sortValue: (row) => row.kind,
      cell: (row) => t(`programme.kinds.${row.kind}`),
    },
    {
      code: "earliest",
      label: t("programme.timeline.earliest"),
      sortValue: (row) => row.earliest?.day ?? null,
      cell: (row) =>
        row.earliest === null
          ? "–"
          : `${format.date(row.earliest.day)} (${row.earliest.rule}): ${ruleText(row.earliest.because)}`,
    },
    {
      code: "review",
      label: t("programme.option.review"),
      sortValue: (row) => row.reviewOn,
      cell: (row) => (row.reviewOn === null ? "–" : format.date(row.reviewOn)),
    },
  ];
  return (
    <ChartFrame
      title={
        early.length === 0
          ? t("programme.timeline.title")
          : t("programme.timeline.titleEarly", { count: early.length, n: format.count(early.length) })
      }
      hint={t("programme.timeline.hint")}
      alternative={t("programme.timeline.alternative", {
        n: format.count(check.timeline.length),
        from: first === undefined ? "" : format.date(first.liveFrom),
        to: last === undefined ? "" : format.date(last.liveFrom),
        early: early.map(({ option }) => option).join(", ") || "–",
      })}
      columns={columns}
      rows={check.timeline}
    >
      <TimelineAxis
        entries={check.timeline}
        segmentName={segmentName}
        optionName={optionName}
        optionHref={optionHref}
        onOption={onOption}
      />
    </ChartFrame>
  );
}

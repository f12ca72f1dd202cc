import type { PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { Group, Loader, SegmentedControl } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { FindingsView } from "../findings/findings-view.tsx";
import { CoherenceMatrix } from "../pictures/coherence-matrix.tsx";
import { LedgerView } from "../pictures/ledger-view.tsx";
import { TimelineView } from "../pictures/timeline-view.tsx";
import { useRules } from "../rules/use-rules.ts";
import { type BoardSearch, boardViews, viewOf } from "./board-search.ts";

interface BoardViewsProps {
  check: PlanCheck;
  isChecking: boolean;
  planId: number;
  /** The plan has changes that are not saved; only what is saved can be decided otherwise. */
  isChanged: boolean;
  currency: string | null;
  segmentName: (code: string) => string;
  search: BoardSearch;
  onSearch: (part: BoardSearch) => void;
  onOption: (option: string, segment: string) => void;
  /** What `edit` would be for an option; undefined: the plan does not have it. */
  optionEdit: (option: string, segment: string) => string | undefined;
}

const noRules: NonNullable<ReturnType<typeof useRules>>["inForce"] = [];

/** Below the board, one at a time: findings, give and take, timeline, lever by lever. */
export function BoardViews(props: BoardViewsProps) {
  const {
    check,
    isChecking,
    planId,
    isChanged,
    currency,
    segmentName,
    search,
    onSearch,
    onOption,
    optionEdit,
  } = props;
  const { t, format } = useTexts();
  const space = useSpace();
  const router = useRouter();
  const rules = useRules(space)?.inForce ?? noRules;
  const view = viewOf(search);
  const href = (part: BoardSearch) =>
    router.buildLocation({
      to: "/$space/programme/$planId",
      params: { space, planId: String(planId) },
      search: { ...search, ...part },
    }).href;
  return (
    <section
      aria-label={t("programme.views.label")}
      aria-busy={isChecking}
      style={{ display: "grid", gap: 16, gridTemplateColumns: "minmax(0, 1fr)" }}
    >
      <Group gap="sm" className="k-no-print" wrap="nowrap">
        <div style={{ overflowX: "auto", minWidth: 0 }}>
          <SegmentedControl
            aria-label={t("programme.views.label")}
            value={view}
            onChange={(value) =>
              onSearch({ view: value === "findings" ? undefined : value, levers: undefined })
            }
            data={boardViews.map((value) => ({
              value,
              label:
                value === "findings"
                  ? t("programme.views.findings", { n: format.count(check.findings.length) })
                  : t(`programme.views.${value}`),
            }))}
          />
        </div>
        {isChecking ? <Loader size="xs" aria-label={t("programme.board.checking")} /> : null}
      </Group>
      {view === "findings" ? (
        <FindingsView
          check={check}
          planId={planId}
          isChanged={isChanged}
          segmentName={segmentName}
          levers={search.levers}
          onAllLevers={() => onSearch({ levers: undefined })}
          onOption={onOption}
        />
      ) : view === "ledger" ? (
        <LedgerView check={check} currency={currency} segmentName={segmentName} />
      ) : view === "timeline" ? (
        <TimelineView
          check={check}
          segmentName={segmentName}
          onOption={onOption}
          optionHref={(option, segment) => href({ edit: optionEdit(option, segment) })}
        />
      ) : (
        <CoherenceMatrix
          findings={check.findings}
          rules={rules}
          pairHref={(pair) => href({ view: undefined, levers: pair.join("-") })}
          onPair={(pair) => onSearch({ view: undefined, levers: pair.join("-") })}
        />
      )}
    </section>
  );
}

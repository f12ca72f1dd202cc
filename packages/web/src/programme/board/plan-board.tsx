import type { PlanAnswer } from "@kleinod/engine/programme/plans/plans-contract.ts";
import type { Segment } from "@kleinod/engine/segments/overlays/contract.ts";
import { Skeleton, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { planCheckQuery } from "../../api/programme-queries.ts";
import type { Status } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { Page } from "../../ui/page.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { ActivationDrawer } from "./activation-drawer.tsx";
import { BoardActions } from "./board-actions.tsx";
import { type BoardSearch, type Editing, editingOf, editText } from "./board-search.ts";
import { boardSegments } from "./board-segments.ts";
import { BoardTools } from "./board-tools.tsx";
import { BoardViews } from "./board-views.tsx";
import { LeverBoard } from "./lever-board.tsx";
import { OptionDrawer } from "./option-drawer.tsx";
import { PlanLinks } from "./plan-links.tsx";
import { PlanNotes } from "./plan-notes.tsx";
import { useBoardSentence } from "./use-board-sentence.ts";
import { usePlanDraft } from "./use-plan-draft.ts";

interface PlanBoardProps {
  answer: PlanAnswer;
  status: Status;
  segments: readonly Segment[];
}

/** Typing fast must not ask the rules with every letter. */
const checkDelayMs = 300;

/** The board with everything that follows from it; what is changed is a draft until it is saved. */
export function PlanBoard({ answer, status, segments }: PlanBoardProps) {
  const { t, format } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/programme/$planId" });
  const search = useSearch({ from: "/$space/programme/$planId" });
  const { head, shown, plan: saved } = answer;
  const { draft, step, isChanged, isBehind } = usePlanDraft(space, head.id, shown.version, saved);
  const plan = draft.present;
  const [settled] = useDebouncedValue(plan, checkDelayMs);
  const check = useQuery(planCheckQuery(space, head.id, settled));
  const isChecking = check.isPlaceholderData || settled !== plan || check.isFetching;
  const sentence = useBoardSentence(plan, check.data ?? null);
  const columns = boardSegments(plan, segments, search.segments, t("programme.allSmall"));
  const segmentName = (code: string) => columns.find((one) => one.code === code)?.name ?? code;
  const change = (part: BoardSearch, replace = true) =>
    void navigate({ search: (current) => ({ ...current, ...part }), replace });
  const edit = (editing: Editing | null) =>
    change({ edit: editing === null ? undefined : editText(editing) }, editing === null);
  const place = (option: string, segment: string): Editing | null => {
    const find = (wanted: string | null) =>
      plan.assignments.findIndex(
        (one) => one.option === option && (wanted === null || one.segment === wanted),
      );
    const index = find(segment) === -1 ? find(null) : find(segment);
    return index === -1 ? null : { kind: "old", index };
  };
  return (
    <Page
      title={plan.name}
      isName
      sentence={check.isError ? t("programme.board.notChecked") : sentence}
      note={t("programme.board.note", {
        version: String(shown.version),
        state: t(`programme.states.${shown.state}`),
        who: shown.author,
        when: format.instant(shown.createdAt),
      })}
      actions={
        <BoardActions
          answer={answer}
          plan={plan}
          isChanged={isChanged}
          onActivate={() => change({ activate: "1" })}
        />
      }
    >
      {check.isError ? <Text>{check.error.message}</Text> : null}
      <PlanNotes notes={isChanged ? [] : answer.notes} isBehind={isBehind} head={head} shown={shown} />
      <BoardTools
        draft={draft}
        step={step}
        isChanged={isChanged}
        planId={head.id}
        segments={segments}
        shown={columns.map(({ code }) => code)}
        onSegment={(code) => change({ segments: [search.segments, code].filter(Boolean).join(",") })}
      />
      <LeverBoard plan={plan} segments={columns} findings={check.data?.findings ?? []} onEdit={edit} />
      <PlanLinks planId={head.id} isChanged={isChanged} />
      {check.data === undefined ? (
        check.isError ? null : (
          <Skeleton height={280} role="status" aria-label={t("programme.board.checking")} />
        )
      ) : (
        <BoardViews
          check={check.data}
          isChecking={isChecking}
          planId={head.id}
          isChanged={isChanged}
          currency={status.currency}
          segmentName={segmentName}
          search={search}
          onSearch={change}
          onOption={(option, segment) => edit(place(option, segment))}
          optionEdit={(option, segment) => {
            const editing = place(option, segment);
            return editing === null ? undefined : editText(editing);
          }}
        />
      )}
      <OptionDrawer
        editing={editingOf(search.edit)}
        plan={plan}
        segments={columns}
        asOf={status.asOf ?? shown.createdAt.slice(0, 10)}
        onPut={(next) => step({ kind: "put", plan: next })}
        onClose={() => edit(null)}
      />
      <ActivationDrawer
        opened={search.activate !== undefined && !isChanged}
        answer={answer}
        check={check.data ?? null}
        segmentName={segmentName}
        onClose={() => change({ activate: undefined })}
      />
    </Page>
  );
}

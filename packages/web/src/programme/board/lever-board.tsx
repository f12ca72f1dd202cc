import type { CoherenceFinding } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { levers } from "@kleinod/engine/programme/contracts/option-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import { useTexts } from "../../i18n/index.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { leverOf } from "../parts/lever-names.ts";
import type { Editing } from "./board-search.ts";
import { OptionChip } from "./option-chip.tsx";

export interface BoardSegment {
  readonly code: string;
  readonly name: string;
}

interface LeverBoardProps {
  plan: LeverPlan;
  segments: readonly BoardSegment[];
  findings: readonly CoherenceFinding[];
  onEdit: (editing: Editing) => void;
}

/**
 * Eight levers down, segments across. A list of levers, each with a list of segments: read aloud it is one, on a phone it
 * looks like one, and where there is room the style sheet lays it out as a board.
 */
export function LeverBoard({ plan, segments, findings, onEdit }: LeverBoardProps) {
  const { t } = useTexts();
  const placed = plan.assignments
    .map((assignment, index) => ({ assignment, index }))
    .sort((a, b) => a.assignment.from.localeCompare(b.assignment.from));
  const used = new Set(plan.assignments.map(({ option }) => leverOf(option)));
  return (
    <ScrollRegion label={t("programme.board.label")}>
      <div className="k-board" style={{ "--k-board-columns": segments.length } as CSSProperties}>
        <div className="k-board-head" aria-hidden="true">
          <span />
          {segments.map(({ code, name }) => (
            <span key={code}>{name}</span>
          ))}
        </div>
        <ul className="k-board-list">
          {levers.map((lever) => (
            <li
              key={lever}
              className="k-board-row"
              data-empty={(segments.length === 1 && !used.has(lever)) || undefined}
            >
              <div className="k-board-lever">
                <h2>
                  <span className="k-board-code">{lever}</span> {t(`programme.levers.${lever}`)}
                </h2>
                <p>{t(`programme.leverHints.${lever}`)}</p>
              </div>
              {segments.map(({ code, name }) => (
                <section
                  key={code}
                  className="k-board-cell"
                  aria-label={t("programme.board.cell", { lever: t(`programme.levers.${lever}`), name })}
                >
                  {segments.length > 1 ? (
                    <span className="k-board-cell-name" aria-hidden="true">
                      {name}
                    </span>
                  ) : null}
                  {placed.map(({ assignment, index }) =>
                    assignment.segment === code && leverOf(assignment.option) === lever ? (
                      <OptionChip
                        key={index}
                        assignment={assignment}
                        findings={findings}
                        onOpen={() => onEdit({ kind: "old", index })}
                      />
                    ) : null,
                  )}
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    className="k-no-print"
                    aria-label={t("programme.board.add", { lever: t(`programme.levers.${lever}`), name })}
                    title={t("programme.board.addShort")}
                    onClick={() => onEdit({ kind: "new", lever, segment: code })}
                  >
                    <IconPlus size={18} stroke={1.6} />
                  </ActionIcon>
                </section>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </ScrollRegion>
  );
}

import type { CoherenceFinding, Severity } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { PlanAssignment } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import { useTexts } from "../../i18n/index.ts";
import { GiveTakeMark } from "../parts/give-take-mark.tsx";
import { SeverityMark, severityOrder } from "../parts/severity-mark.tsx";
import { kindOf } from "./kind-of.ts";
import { useParamWords } from "./use-param-words.ts";

interface OptionChipProps {
  assignment: PlanAssignment;
  findings: readonly CoherenceFinding[];
  onOpen: () => void;
}

/** More would make a board of text; the drawer has them all. */
const shownDecisions = 2;

/** One option on the board: shape for give and take, what is decided, from when, and the gravest that a rule says of it. */
export function OptionChip({ assignment, findings, onOpen }: OptionChipProps) {
  const { t, format, pick } = useTexts();
  const paramWords = useParamWords();
  const option = leverOption(assignment.option);
  const kind = kindOf(assignment);
  const gravest = gravestOf(assignment, findings);
  const decided = option === undefined ? [] : paramWords(option, assignment.params).slice(0, shownDecisions);
  return (
    <button type="button" className="k-chip" onClick={onOpen} aria-haspopup="dialog">
      <GiveTakeMark kind={kind} />
      <span className="k-chip-text">
        <span className="k-chip-name">
          {assignment.option} {option === undefined ? t("programme.board.unknownOption") : pick(option.name)}
        </span>
        <span className="k-hidden">{` (${t(`programme.kinds.${kind}`)})`}</span>
        <span className="k-chip-more">
          {t("programme.board.from", { date: format.date(assignment.from) })}
        </span>
        {decided.map(({ name, words }) => (
          <span key={name} className="k-chip-more">
            {words}
          </span>
        ))}
      </span>
      {gravest === null ? null : (
        <span title={t(`programme.severities.${gravest}`)}>
          <SeverityMark severity={gravest} />
          <span className="k-hidden">{t(`programme.severities.${gravest}`)}</span>
        </span>
      )}
    </button>
  );
}

/** What somebody overruled no longer marks the board; what merely tells does not either. */
function gravestOf(
  { option, segment }: PlanAssignment,
  findings: readonly CoherenceFinding[],
): Severity | null {
  const spoken = findings.filter(
    (finding) =>
      finding.overruling === null &&
      finding.severity !== "info" &&
      finding.segment === segment &&
      finding.options.includes(option),
  );
  return severityOrder.find((severity) => spoken.some((finding) => finding.severity === severity)) ?? null;
}

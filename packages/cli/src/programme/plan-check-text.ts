import { exactMoneyText, numberText, signedText } from "@kleinod/engine/figure-text.ts";
import type {
  CoherenceFinding,
  LedgerLine,
  PlanCheck,
  TimelineEntry,
} from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { Io } from "../output/io.ts";
import { tableText } from "../output/table.ts";

const severities = {
  block: { de: "blockiert", en: "blocks" },
  warn: { de: "Warnung", en: "warning" },
  unclear: { de: "unklar", en: "unclear" },
  info: { de: "gut", en: "good" },
} as const;

/** Findings with their reasons, the ledger, the timeline, and whether the plan can be activated. */
export function planCheckText(check: PlanCheck, io: Io): string {
  const verdict = check.canActivate
    ? io.text({ de: "Der Plan kann aktiviert werden.", en: "The plan can be activated." })
    : io.text({
        de: "Der Plan kann so nicht aktiviert werden: Ein Befund blockiert ihn.",
        en: "The plan cannot be activated like this: a finding blocks it.",
      });
  const none = io.text({
    de: `Keine der ${check.rules} Regeln sagt etwas zu diesem Plan.`,
    en: `None of the ${check.rules} rules says anything of this plan.`,
  });
  const findings = check.findings.map((finding) => findingText(finding, io)).join("\n\n");
  return [
    verdict,
    findings === "" ? none : findings,
    ...(check.ledger.length === 0 ? [] : [ledgerText(check.ledger, io), balanceText(check, io)]),
    ...(check.timeline.length === 0 ? [] : [timelineText(check.timeline, io)]),
  ].join("\n\n");
}

function findingText(finding: CoherenceFinding, io: Io): string {
  const { rule, severity, segment, overruling } = finding;
  const lines = [
    `${rule} ${io.text(severities[severity])} (${segment}): ${io.text(finding.sentence)}`,
    `  ${io.text({ de: "Weil", en: "Because" })}: ${io.text(finding.because)}`,
  ];
  if (finding.cure !== null)
    lines.push(`  ${io.text({ de: "Abhilfe", en: "Cure" })}: ${io.text(finding.cure)}`);
  if (overruling !== null) {
    const { approver, reason, reviewOn } = overruling;
    lines.push(
      io.text({
        de: `  Übersteuert von ${approver} bis ${reviewOn}: ${reason}`,
        en: `  Overruled by ${approver} until ${reviewOn}: ${reason}`,
      }),
    );
  }
  return lines.join("\n");
}

const kinds = {
  give: { de: "gibt", en: "gives" },
  take: { de: "nimmt", en: "takes" },
  neutral: { de: "neutral", en: "neutral" },
} as const;

function ledgerText(lines: readonly LedgerLine[], io: Io): string {
  const unknown = io.text({ de: "unklar", en: "unclear" });
  const minutes = (value: number | null) =>
    value === null ? unknown : io.text(signedText(value, numberText(value, 1, 1)));
  const money = (cents: number | null) =>
    cents === null ? unknown : io.text(signedText(cents, exactMoneyText(cents, null)));
  return tableText<LedgerLine>(
    [
      { title: io.text({ de: "Segment", en: "Segment" }), value: ({ segment }) => segment },
      { title: "Option", value: ({ option }) => option },
      {
        title: io.text({ de: "Für den Kunden", en: "For the customer" }),
        value: ({ kind }) => io.text(kinds[kind]),
      },
      {
        title: io.text({ de: "Minuten/Jahr", en: "Minutes/year" }),
        value: ({ minutesPerYear }) => minutes(minutesPerYear),
        align: "right",
      },
      {
        title: io.text({ de: "Geld/Jahr", en: "Money/year" }),
        value: ({ moneyCentsPerYear }) => money(moneyCentsPerYear),
        align: "right",
      },
      {
        title: io.text({ de: "Wert/Jahr", en: "Value/year" }),
        value: ({ valueCentsPerYear }) => money(valueCentsPerYear),
        align: "right",
      },
    ],
    lines,
  );
}

function balanceText({ balances }: PlanCheck, io: Io): string {
  return balances
    .map(({ segment, balanceCents, knownBalanceCents, unknownOptions }) => {
      const amount = io.text(exactMoneyText(knownBalanceCents, null));
      if (balanceCents !== null)
        return io.text({
          de: `${segment}: Geben minus Nehmen je Kunde und Jahr ${amount}`,
          en: `${segment}: gives minus takes per customer and year ${amount}`,
        });
      const open = unknownOptions.join(", ");
      return io.text({
        de: `${segment}: Geben minus Nehmen unklar; bekannt sind ${amount} je Kunde und Jahr, ohne Zahl bleiben ${open}`,
        en: `${segment}: gives minus takes unclear; known are ${amount} per customer and year, without a number are ${open}`,
      });
    })
    .join("\n");
}

function timelineText(entries: readonly TimelineEntry[], io: Io): string {
  return tableText<TimelineEntry>(
    [
      { title: io.text({ de: "Ab", en: "From" }), value: ({ liveFrom }) => liveFrom },
      { title: "Option", value: ({ option }) => option },
      { title: io.text({ de: "Segment", en: "Segment" }), value: ({ segment }) => segment },
      {
        title: io.text({ de: "Frühestens", en: "Earliest" }),
        value: ({ earliest }) => (earliest === null ? "" : `${earliest.day} (${earliest.rule})`),
      },
      { title: io.text({ de: "Überprüfung", en: "Review" }), value: ({ reviewOn }) => reviewOn ?? "" },
    ],
    entries,
  );
}

import type { OverrulingReview } from "@kleinod/engine/programme/coherence/overruling-contract.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show, withClient } from "../command.ts";
import { givenQuery, measureFirst } from "../measures/report-command.ts";
import type { Io } from "../output/io.ts";

interface ReviewOptions extends CommonOptions {
  readonly quarter?: string;
}

/** `kleinod report review`: overruled findings and what became of them. */
export function addReviewReport(report: Command, session: Session): void {
  asCommand(
    report
      .command("review")
      .description("The quarterly review: findings that were overruled, and what became of them"),
    "kleinod report review --quarter 2026-Q4 --json",
  )
    .option("--quarter <quarter>", "e.g. 2026-Q4 (default: the current one)")
    .action(
      action<ReviewOptions>(session, async (options, _args, io) => {
        const review = await withClient(options, io, async (client) => {
          await measureFirst(client);
          const query = givenQuery({ quarter: options.quarter });
          return client.call<OverrulingReview>("GET", "/programme/review", { query });
        });
        show(options, io, review, () => reviewText(review, io));
        return 0;
      }),
    );
}

function reviewText({ quarter, overrulings }: OverrulingReview, io: Io): string {
  if (overrulings.length === 0) {
    return io.text({
      de: `${quarter}: Kein übersteuerter Befund zu prüfen.`,
      en: `${quarter}: no overruled finding to review.`,
    });
  }
  return overrulings
    .map(({ rule, segment, planId, planName, finding, reason, approver, reviewOn, isOverdue, sentence }) =>
      [
        `${rule} (${segment}), Plan ${planId}${planName === null ? "" : ` ${planName}`}: ${io.text(finding.sentence)}`,
        io.text({ de: `  ${approver}: ${reason}`, en: `  ${approver}: ${reason}` }),
        io.text({
          de: `  Prüftag ${reviewOn}${isOverdue ? ", überfällig" : ""}. ${sentence.de}`,
          en: `  Review on ${reviewOn}${isOverdue ? ", overdue" : ""}. ${sentence.en}`,
        }),
      ].join("\n"),
    )
    .join("\n\n");
}

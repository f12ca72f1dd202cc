import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { KeyFigure } from "../../ui/key-figure.tsx";
import { Unclear } from "../../ui/unclear.tsx";
import type { SmallContribution } from "./economics-sentence.ts";
import { tierRange } from "./tier-range.ts";

interface EconomicsFiguresProps {
  economics: Economics;
  costs: CostToServeReport;
  contribution: SmallContribution;
}

/** Five figures of small customers; full and avoidable always stand together. */
export function EconomicsFigures({ economics, costs, contribution }: EconomicsFiguresProps) {
  const { t, format } = useTexts();
  const { currency } = economics;
  const { fullRatio, avoidableRatio } = costs.negative;
  const { poolsCents, unusedCents } = costs.reconciliation;
  const small = costs.sizes.find((size) => size.sizeClass === "small") ?? null;
  const short = (cents: number) => format.moneyShort(cents, currency);
  const perCustomer = small === null || small.customers === 0 ? null : small.fullCents / small.customers;
  const whole = (cents: number) => format.count(Math.round(cents / 100));
  return (
    <section className="k-figures" aria-label={t("overview.figures")}>
      <KeyFigure
        code="contributionAvoidableCents"
        label={t("economics.contribution")}
        value={
          contribution.avoidableCents === null ? (
            <Unclear reason="costOfGoodsMissing" />
          ) : (
            short(contribution.avoidableCents)
          )
        }
        {...(contribution.avoidableCents === null
          ? {}
          : { exact: format.moneyExact(contribution.avoidableCents, currency) })}
        more={
          contribution.fullCents === null
            ? undefined
            : t("economics.contributionMore", { full: short(contribution.fullCents) })
        }
      />
      <KeyFigure
        code="contribution3Cents"
        label={t("economics.negative")}
        value={
          fullRatio === null || avoidableRatio === null ? (
            <Unclear reason="costOfGoodsMissing" />
          ) : (
            `${format.percent(fullRatio)} / ${format.percent(avoidableRatio)}`
          )
        }
        more={t("economics.negativeMore", { months: format.count(costs.horizonMonths) })}
      />
      <KeyFigure
        code="costFullCents"
        label={t("economics.perCustomer")}
        value={
          perCustomer === null ? <Unclear reason={null} /> : format.money(Math.round(perCustomer), currency)
        }
        more={
          small === null || small.customers === 0
            ? undefined
            : t("economics.perCustomerMore", {
                low: whole(small.lowCents / small.customers),
                high: whole(small.highCents / small.customers),
                tier: tierRange(costs.tiers),
              })
        }
      />
      <KeyFigure
        code="costMinutes"
        label={t("economics.minutes")}
        value={
          small?.minutesPerCustomer == null ? (
            <Unclear reason={null} />
          ) : (
            t("economics.minutesValue", { n: format.count(Math.round(small.minutesPerCustomer)) })
          )
        }
        more={t("economics.minutesMore")}
      />
      <KeyFigure
        code="costFullCents"
        label={t("economics.unused")}
        value={poolsCents === 0 ? <Unclear reason={null} /> : short(unusedCents)}
        {...(poolsCents === 0 ? {} : { exact: format.moneyExact(unusedCents, currency) })}
        more={
          poolsCents === 0
            ? t("economics.noPools")
            : t("economics.unusedMore", { share: format.percent(unusedCents / poolsCents) })
        }
      />
    </section>
  );
}

import type { CustomerDetail } from "@kleinod/engine/measures/reports.ts";
import { useTexts } from "../../i18n/index.ts";
import { Change, KeyFigure } from "../../ui/key-figure.tsx";
import { Unclear, useReason } from "../../ui/unclear.tsx";
import { readFigure } from "./customer-sentence.ts";
import { changeRatio } from "./overview-sentence.ts";

/** Five figures of one customer, each down to its documents. */
export function CustomerFigures({ customer }: { customer: CustomerDetail }) {
  const { t, format } = useTexts();
  const reasonText = useReason();
  const figure = readFigure(customer);
  const { currency } = customer;
  const customerId = figure.number("customerId") ?? 0;
  const reasonOf = (field: string) => customer.unclear.find((entry) => entry.field === field)?.reason ?? null;
  const money = (code: string) => {
    const cents = figure.number(code);
    return cents === null ? <Unclear reason={reasonOf(code)} /> : format.money(cents, currency);
  };
  const exact = (code: string) => {
    const cents = figure.number(code);
    return cents === null ? {} : { exact: format.moneyExact(cents, currency) };
  };
  const interval = (low: number | null, high: number | null, show: (value: number) => string) =>
    low === null || high === null ? undefined : t("customer.interval", { low: show(low), high: show(high) });
  const orders = figure.number("ordersLast12");
  const active = figure.number("probabilityActive");
  const contribution = figure.number("contribution1Last12Cents");
  return (
    <section className="k-figures" aria-label={t("overview.figures")}>
      <KeyFigure
        code="salesLast12Cents"
        customerId={customerId}
        label={t("customer.sales")}
        value={money("salesLast12Cents")}
        {...exact("salesLast12Cents")}
        more={
          <Change
            ratio={changeRatio(figure.number("salesLast12Cents"), figure.number("salesPrevious12Cents"))}
          />
        }
      />
      <KeyFigure
        code="contribution1Last12Cents"
        customerId={customerId}
        label={t("overview.contribution")}
        value={money("contribution1Last12Cents")}
        {...exact("contribution1Last12Cents")}
        more={
          contribution === null
            ? reasonText(reasonOf("contribution1Last12Cents") ?? "costOfGoodsMissing").cure
            : customer.figures.contributionIsAssumed === true
              ? t("charts.assumed")
              : undefined
        }
      />
      <KeyFigure
        code="ordersLast12"
        customerId={customerId}
        label={t("customer.orders")}
        value={orders === null ? <Unclear reason={reasonOf("ordersLast12")} /> : format.count(orders)}
        more={
          figure.number("medianOrderCents") === null
            ? undefined
            : t("customer.median", { money: format.money(figure.number("medianOrderCents") ?? 0, currency) })
        }
      />
      <KeyFigure
        code="expectedSales12Cents"
        customerId={customerId}
        label={t("customer.expected")}
        value={money("expectedSales12Cents")}
        {...exact("expectedSales12Cents")}
        more={interval(
          figure.number("expectedSales12LowCents"),
          figure.number("expectedSales12HighCents"),
          // An estimate: cents would feign a precision that it does not have.
          (cents) => format.count(Math.round(cents / 100)),
        )}
      />
      <KeyFigure
        code="probabilityActive"
        customerId={customerId}
        label={t("customer.stillActive")}
        value={active === null ? <Unclear reason={reasonOf("probabilityActive")} /> : format.percent(active)}
        more={t("customer.stillActiveMore")}
      />
    </section>
  );
}

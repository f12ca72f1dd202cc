import type { CustomerDetail } from "@kleinod/engine/measures/reports.ts";
import { useTexts } from "../../i18n/index.ts";
import { KeyFigure } from "../../ui/key-figure.tsx";
import { LinkButton } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { readFigure } from "../parts/customer-sentence.ts";

/** What a customer has agreed to, when it ends next and how likely it goes on; nothing without a running contract. */
export function CustomerContracts({ customer }: { customer: CustomerDetail }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const figure = readFigure(customer);
  const running = figure.number("runningContracts") ?? 0;
  if (running === 0) return null;
  const customerId = figure.number("customerId") ?? 0;
  const income = figure.number("contractIncomePerYearCents");
  const next = figure.text("nextRenewalOn");
  const stays = figure.number("renewalProbability");
  const unclear = <span className="k-unclear">{t("frame.unclear")}</span>;
  return (
    <Section
      title={t("contracts.title")}
      actions={
        <LinkButton
          to="/$space/contracts"
          params={{ space }}
          variant="light"
          size="compact-md"
          className="k-no-print"
        >
          {t("contracts.link")}
        </LinkButton>
      }
    >
      <div className="k-figures">
        <KeyFigure
          code="runningContracts"
          customerId={customerId}
          label={t("contracts.figure.running")}
          value={format.count(running)}
        />
        <KeyFigure
          code="contractIncomePerYearCents"
          customerId={customerId}
          label={t("contracts.figure.income")}
          value={income === null ? unclear : format.money(income, customer.currency)}
          {...(income === null ? {} : { exact: format.moneyExact(income, customer.currency) })}
          {...(income === null ? { more: t("contracts.customer.incomeMissing") } : {})}
        />
        <KeyFigure
          code="nextRenewalOn"
          customerId={customerId}
          label={t("contracts.customer.next")}
          value={next === null ? unclear : format.date(next)}
        />
        <KeyFigure
          code="renewalProbability"
          customerId={customerId}
          label={t("contracts.customer.stays")}
          value={stays === null ? unclear : format.percent(stays)}
          more={t("contracts.customer.staysMore")}
        />
      </div>
    </Section>
  );
}

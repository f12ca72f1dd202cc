import type { CustomerDetail } from "@kleinod/engine/measures/reports.ts";
import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { customerQuery } from "../api/queries.ts";
import { CustomerMonthsChart } from "../charts/customer-months-chart.tsx";
import { CustomerRhythmChart } from "../charts/customer-rhythm-chart.tsx";
import { CustomerAccounts } from "../facts/customer-accounts.tsx";
import { CustomerDocumentsTable } from "../facts/customer-documents-table.tsx";
import { useTexts } from "../i18n/index.ts";
import { HandoverButton } from "../segments/responsibility/handover-button.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton, Section } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { enumLabel } from "./cell-value.tsx";
import { CustomerContracts } from "./contracts/customer-contracts.tsx";
import { CustomerCostCard } from "./economics/customer-cost-card.tsx";
import { CustomerNeedCard } from "./needs/customer-need.tsx";
import { CustomerFigures } from "./parts/customer-figures.tsx";
import { CustomerProducts } from "./parts/customer-products.tsx";
import { customerSentence, readFigure } from "./parts/customer-sentence.ts";
import { NoteField } from "./parts/note-field.tsx";

/** One customer on one page: readable while the phone rings. */
export function CustomerPage() {
  const { id } = useParams({ from: "/$space/customers/$id" });
  const space = useSpace();
  const customer = useQuery(customerQuery(space, id));
  if (customer.isError) return <ErrorState error={customer.error} retry={() => void customer.refetch()} />;
  if (customer.data === undefined) return <PageSkeleton />;
  return <CustomerContent key={id} id={id} customer={customer.data} />;
}

function CustomerContent({ id, customer }: { id: string; customer: CustomerDetail }) {
  const texts = useTexts();
  const { t, format } = texts;
  const space = useSpace();
  const figure = readFigure(customer);
  const name = figure.text("name") ?? figure.text("accountKey") ?? id;
  const phone = figure.text("phone");
  const email = figure.text("email");
  const facts = [
    figure.text("accountKey"),
    [figure.text("postcode"), figure.text("city")].filter((part) => part !== null).join(" "),
    figure.text("branch"),
    enumLabel(figure.text("sizeClass") ?? "sizeUnclear", texts),
    figure.text("owner"),
  ].filter((part) => part !== null && part !== "");
  return (
    <Page
      isName
      title={name}
      sentence={customerSentence(customer, texts)}
      note={`${facts.join(" · ")} · ${t("overview.dataUpTo", { date: format.date(customer.asOf) })}`}
      actions={
        <Group gap="md">
          {phone === null ? null : (
            <Anchor href={`tel:${phone.replace(/[^+\d]/g, "")}`} size="lg" fw={600}>
              {phone}
            </Anchor>
          )}
          {email === null ? null : <Anchor href={`mailto:${email}`}>{email}</Anchor>}
          <HandoverButton customerId={Number(id)} name={name} />
        </Group>
      }
    >
      <CustomerFigures customer={customer} />
      <CustomerRhythmChart
        purchases={customer.purchases}
        thresholds={{
          usualGapDays: figure.number("usualGapDays"),
          slowingAfterDays: figure.number("slowingAfterDays"),
          dormantAfterDays: figure.number("dormantAfterDays"),
        }}
        asOf={customer.asOf}
        currency={customer.currency}
      />
      <div className="k-columns">
        <CustomerMonthsChart months={customer.months} currency={customer.currency} />
        <section className="k-card" aria-label={t("customer.note")}>
          <Text fw={600} mb="xs">
            {t("customer.note")}
          </Text>
          <NoteField customerId={Number(id)} note={customer.note} label={name} rows={3} />
          <Text size="xs" c="dimmed" mt={6}>
            {t("customer.noteHint")}
          </Text>
        </section>
      </div>
      <CustomerContracts customer={customer} />
      <CustomerCostCard id={id} customer={customer} />
      <CustomerNeedCard id={id} />
      <CustomerProducts customer={customer} />
      <CustomerAccounts customer={customer} />
      <div id="documents">
        <Section title={t("customer.documents")}>
          <CustomerDocumentsTable space={space} id={id} />
        </Section>
      </div>
    </Page>
  );
}

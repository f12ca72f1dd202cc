import type { EntryChannel } from "../../facts/events/contract.ts";
import { orderDocumentTypes, saleLineKinds } from "../sale-rules.ts";
import type { ReferenceEvent } from "./reference.ts";

/** Days as `yyyy-mm-dd`; null: not known, and for the customer: nobody that we know. */
interface Fact {
  readonly customerId: number | null;
  readonly day: string;
}
interface Talk extends Fact {
  readonly channel: EntryChannel | null;
  readonly role: string | null;
  readonly minutes: number | null;
}

/** The facts of a store, one row each, in any order. */
export interface ReferenceFacts {
  readonly saleLines: readonly (Fact & {
    readonly documentId: number;
    readonly documentType: string;
    readonly lineKind: string;
    readonly valueCents: number | null;
  })[];
  readonly orders: readonly (Fact & {
    readonly channel: EntryChannel | null;
    readonly lines: number | null;
    readonly isExpedited: boolean | null;
  })[];
  readonly deliveries: readonly (Fact & {
    readonly lines: number | null;
    readonly packages: number | null;
    readonly weightKg: number | null;
    readonly isExpedited: boolean | null;
    readonly freightCents: number | null;
  })[];
  readonly returns: readonly (Fact & { readonly lines: number | null; readonly costCents: number | null })[];
  readonly activities: readonly (Talk & { readonly activityType: string | null })[];
  readonly cases: readonly (Talk & {
    readonly transfers: number | null;
    readonly reopenings: number | null;
  })[];
  readonly reminders: readonly (Fact & { readonly level: number | null })[];
}

interface Document extends Fact {
  day: string;
  readonly type: string;
  lines: number;
  productCents: number;
  unconvertedLines: number;
}

/**
 * What happened, from facts in plain loops: the second spelling of `event-sources.ts`. Documents stand in for orders, deliveries
 * and returns on the days before the first that a system named; of a channel that lines of documents name it knows nothing.
 * @param from last day before the window, `asOf` its last day
 */
export function referenceEvents(
  facts: ReferenceFacts,
  { from, asOf }: { readonly from: string; readonly asOf: string },
): { readonly events: readonly ReferenceEvent[]; readonly newCustomers: ReadonlySet<number> } {
  const within = ({ day }: Fact) => day > from && day <= asOf;
  const first = (rows: readonly Fact[]) =>
    rows.reduce<string | null>(
      (least, { day }) => (day <= asOf && (least === null || day < least) ? day : least),
      null,
    );
  const documents = documentsOf(facts.saleLines);
  const known = documents.filter(({ day }) => day <= asOf);
  const hasInvoices = known.some(({ type }) => type === "invoice");
  const orderType = known.some(({ type }) => type === "order") ? "order" : "invoice";
  const isBefore = (row: Fact, start: string | null) => within(row) && (start === null || row.day < start);
  const isWorth = (document: Document) => document.productCents > 0 || document.unconvertedLines > 0;
  const [firstOrder, firstDelivery, firstReturn] = [
    first(facts.orders),
    first(facts.deliveries),
    first(facts.returns),
  ];

  const firstDays = firstDaysOf(documents, facts, { from, asOf, firstOrder });
  const isNew = ({ customerId, day }: Fact) => {
    const firstDay = customerId === null ? undefined : firstDays.get(customerId);
    return firstDay === undefined ? null : Number(day <= firstDay);
  };

  const events: ReferenceEvent[] = [];
  const add = (
    row: Fact,
    event: Omit<ReferenceEvent, "customerId" | "day">,
    drivers: Readonly<Record<string, number | null>>,
  ) =>
    events.push({
      customerId: row.customerId,
      day: row.day,
      ...event,
      drivers: { ...drivers, newCustomer: isNew(row) },
    });
  const flag = (value: boolean | null) => (value === null ? null : Number(value));

  const orders = [
    ...facts.orders.filter(within),
    ...documents
      .filter(
        (document) => document.type === orderType && isWorth(document) && isBefore(document, firstOrder),
      )
      .map((document) => ({ ...document, channel: null, isExpedited: null })),
  ];
  for (const order of orders) {
    const drivers = { lines: order.lines, expedited: flag(order.isExpedited) };
    add(order, { event: "order", channel: order.channel }, drivers);
    if (!hasInvoices) add(order, { event: "invoice" }, { lines: order.lines });
    if (!hasInvoices && isBefore(order, firstDelivery)) add(order, { event: "delivery" }, drivers);
  }
  for (const delivery of facts.deliveries.filter(within)) {
    const { lines, packages, weightKg, isExpedited, freightCents } = delivery;
    add(delivery, { event: "delivery" }, { lines, packages, weightKg, expedited: flag(isExpedited) });
    if ((freightCents ?? 0) > 0) add(delivery, { event: "freight", moneyCents: freightCents! }, {});
  }
  for (const back of facts.returns.filter(within)) {
    add(back, { event: "return" }, { lines: back.lines });
    if ((back.costCents ?? 0) > 0) add(back, { event: "returnCost", moneyCents: back.costCents! }, {});
  }
  for (const document of documents.filter(within)) {
    const { type, lines } = document;
    if (type === "invoice") {
      add(document, { event: "invoice" }, { lines });
      if (isWorth(document) && isBefore(document, firstDelivery))
        add(document, { event: "delivery" }, { lines });
    }
    if (type === "creditNote" && isBefore(document, firstReturn))
      add(document, { event: "return" }, { lines });
  }
  for (const talk of facts.activities.filter(within)) {
    const { channel, activityType, role, minutes } = talk;
    add(talk, { event: "activity", channel, activityType, role, minutes }, {});
  }
  for (const talk of facts.cases.filter(within)) {
    const { channel, role, minutes, transfers, reopenings } = talk;
    add(talk, { event: "case", channel, role, minutes }, { transfers, reopenings });
  }
  for (const reminder of facts.reminders.filter(within)) {
    add(reminder, { event: "dunning" }, { level: reminder.level });
  }
  return { events, newCustomers: new Set(firstDays.keys()) };
}

function documentsOf(lines: ReferenceFacts["saleLines"]): Document[] {
  const documents = new Map<string, Document>();
  for (const { documentId, customerId, documentType, day, lineKind, valueCents } of lines) {
    const key = `${documentId}/${customerId}/${documentType}`;
    const document = documents.get(key) ?? {
      customerId,
      day,
      type: documentType,
      lines: 0,
      productCents: 0,
      unconvertedLines: 0,
    };
    documents.set(key, document);
    document.lines++;
    if (day < document.day) document.day = day;
    if (lineKind === "product") document.productCents += valueCents ?? 0;
    if (valueCents === null && saleLineKinds.some((kind) => kind === lineKind)) document.unconvertedLines++;
  }
  return [...documents.values()];
}

/** First day of customers who came within the window; nobody is new where the data begin later than the window. */
function firstDaysOf(
  documents: readonly Document[],
  { orders }: ReferenceFacts,
  { from, asOf, firstOrder }: { from: string; asOf: string; firstOrder: string | null },
): Map<number, string> {
  const firstDays = new Map<number, string>();
  const earliest = (days: Map<number, string>, { customerId, day }: Fact) => {
    if (customerId === null || day > asOf) return;
    const before = days.get(customerId);
    if (before === undefined || day < before) days.set(customerId, day);
  };
  const ordersAreSales = documents.every(({ type }) => type !== "invoice");
  const bought = new Map<number, string>();
  const ordered = new Map<number, string>();
  for (const document of documents) {
    const isOrder = orderDocumentTypes.some((type) => type === document.type);
    if (!isOrder || document.productCents <= 0) continue;
    if (document.type === "order" && !ordersAreSales) continue;
    earliest(bought, document);
  }
  for (const order of orders) earliest(ordered, order);
  if (documents.some(({ day }) => day <= from)) {
    for (const [id, day] of bought) if (day > from) firstDays.set(id, day);
  }
  if (firstOrder !== null && firstOrder <= from) {
    for (const [id, day] of ordered) if (!bought.has(id) && day > from) firstDays.set(id, day);
  }
  return firstDays;
}

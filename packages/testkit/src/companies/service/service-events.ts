/** What happens besides sale documents. The planner fills the same objects again and again, so a sink must write at once. */

interface CustomerEvent {
  day: number;
  /** Index into the population; −1 for somebody who is no customer (yet). */
  customer: number;
  /** Number of the account that the event is filed under; −1 for nobody's. */
  account: number;
}

export interface OrderEvent extends CustomerEvent {
  /** Running number, from 0. */
  number: number;
  /** Minutes since midnight. */
  minute: number;
  /** Index into `channels`: the way it really came. */
  channel: number;
  /** What the file says where it says nothing of the channel: that somebody left the field empty. */
  isChannelBlank: boolean;
  lines: number;
  amountCents: number;
  isExpedited: boolean;
  /** First order of somebody who joined within the history. */
  isOpening: boolean;
}

export interface DeliveryEvent extends CustomerEvent {
  number: number;
  orderNumber: number;
  promisedDay: number;
  lines: number;
  packages: number;
  weightKg: number;
  /** What we pay and do not charge. */
  freightCents: number;
  isExpedited: boolean;
  isOpening: boolean;
}

export interface ReturnEvent extends CustomerEvent {
  number: number;
  lines: number;
  reason: string;
  /** Write-off and freight. */
  costCents: number;
  creditCents: number;
}

export interface NoticeEvent extends CustomerEvent {
  number: number;
  level: number;
  amountCents: number;
}

export type TalkKind = "visit" | "call" | "mail" | "meeting" | "expert";

export interface TalkEvent extends CustomerEvent {
  number: number;
  minute: number;
  kind: TalkKind;
  /** Index into `serviceRoles`. */
  role: number;
  /** True effort; the file may not say it. */
  minutes: number;
  isMinutesBlank: boolean;
  /** False: it happened and nobody wrote it down. */
  isLogged: boolean;
  isFromCustomer: boolean;
  reason: string;
  /** Need field (index into `productGroups`); −1 when it was about none. */
  needField: number;
  isSolved: boolean;
}

export interface CaseEvent extends CustomerEvent {
  number: number;
  openedMinute: number;
  /** Minutes from opening to the first answer and to the end; −1 while open. */
  respondedAfter: number;
  closedAfter: number;
  /** Index into `caseOrigins`. */
  origin: number;
  /** Index into `caseReasons`. */
  reason: number;
  isFailure: boolean;
  needField: number;
  priority: number;
  transfers: number;
  reopenings: number;
  minutes: number;
  isMinutesBlank: boolean;
  /** Answered within the promise of its priority. */
  isPromiseKept: boolean;
  subject: string;
}

/** Ways in which a case comes, as service desks write them, with their relative number. */
export const caseOrigins = [
  { text: "Telefon", channel: "phone", weight: 50 },
  { text: "E-Mail", channel: "mail", weight: 34 },
  { text: "Web", channel: "web", weight: 12 },
  { text: "Aussendienst", channel: "field", weight: 4 },
] as const;

/** Takes events about in the order of their days. */
export interface ServiceSink {
  order?(event: OrderEvent): void;
  delivery?(event: DeliveryEvent): void;
  returned?(event: ReturnEvent): void;
  notice?(event: NoticeEvent): void;
  talk?(event: TalkEvent): void;
  serviceCase?(event: CaseEvent): void;
}

/**
 * The canonical channel of orders, cases and activities. Few systems name it, so it is concluded from what they do name,
 * with a confidence: stated word 1 (exact) or .95 (part), user that is a machine .8, order type .7, entered when nobody
 * works .5, else none. The numbers are judgement: they rank the reasons, they are no measured hit rates.
 */
import type { DerivedColumns } from "../statements/contract.ts";
import { channelOrderTypes, channelWords, machineUsers } from "./channel-words.ts";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const list = (words: readonly string[]) => words.map(literal).join(", ");

function exactSql(text: string): string {
  const branches = channelWords.map(
    ({ channel, exact }) => `WHEN ${text} IN (${list(exact)}) THEN ${literal(channel)}`,
  );
  return `CASE ${branches.join(" ")} END`;
}

function partSql(text: string): string {
  const branches = channelWords.map(
    ({ channel, parts }) =>
      `WHEN regexp_matches(${text}, ${literal(parts.join("|"))}) THEN ${literal(channel)}`,
  );
  return `CASE ${branches.join(" ")} END`;
}

function patternSql(
  text: string,
  patterns: readonly { readonly channel: string; readonly pattern: string }[],
): string {
  const branches = patterns.map(
    ({ channel, pattern }) =>
      `WHEN regexp_matches(upper(${text}), ${literal(pattern)}) THEN ${literal(channel)}`,
  );
  return `CASE ${branches.join(" ")} END`;
}

const lowered = (column: string) => `lower(trim(${column}))`;

/** DuckDB expression: the channel (one of `entryChannels`) that a text of a file names; NULL when it names none. */
export function channelOfTextSql(column: string): string {
  return `coalesce(${exactSql(lowered(column))}, ${partSql(lowered(column))})`;
}

/** The reasons in the order in which they count, as expressions over the inputs. */
const orderReasons = [
  { channel: exactSql(lowered("channel_text")), confidence: 1, reason: "stated" },
  { channel: partSql(lowered("channel_text")), confidence: 0.95, reason: "stated" },
  { channel: patternSql("channel_user", machineUsers), confidence: 0.8, reason: "batchUser" },
  { channel: patternSql("channel_type", channelOrderTypes), confidence: 0.7, reason: "orderType" },
  { channel: "CASE WHEN off_hours THEN 'web' END", confidence: 0.5, reason: "timePattern" },
] as const;

function firstReason(value: (reason: (typeof orderReasons)[number]) => string, otherwise: string): string {
  const branches = orderReasons.map((reason) => `WHEN ${reason.channel} IS NOT NULL THEN ${value(reason)}`);
  return `CASE ${branches.join(" ")} ELSE ${otherwise} END`;
}

/**
 * At night and on Sundays nobody keys orders: an order with that time of entry came in by itself. Midnight sharp is no
 * time, it is a day without one.
 */
const offHours = `entered_at IS NOT NULL AND entered_at::TIME <> TIME '00:00:00'
  AND (hour(entered_at) >= 22 OR hour(entered_at) < 5 OR dayofweek(entered_at) = 0)`;

export const orderChannelColumns: DerivedColumns = {
  inputs: {
    channel_text: "entry_channel",
    channel_user: "entered_by",
    channel_type: "order_type",
    off_hours: offHours,
  },
  columns: [
    {
      sql: "channel",
      type: "VARCHAR",
      expression: `coalesce(${orderReasons.map((reason) => reason.channel).join(", ")})`,
    },
    {
      sql: "channel_confidence",
      type: "DOUBLE",
      expression: firstReason(({ confidence }) => String(confidence), "0"),
    },
    {
      sql: "channel_reason",
      type: "VARCHAR",
      expression: firstReason(({ reason }) => literal(reason), "'none'"),
    },
  ],
};

export const caseChannelColumns: DerivedColumns = {
  inputs: { channel_text: "origin" },
  columns: [{ sql: "channel", type: "VARCHAR", expression: channelOfTextSql("channel_text") }],
};

/** What was said, else what the type of the activity implies; a meeting may be anywhere. */
export const activityChannelColumns: DerivedColumns = {
  inputs: { channel_text: "stated_channel", activity: "activity_type" },
  columns: [
    {
      sql: "channel",
      type: "VARCHAR",
      expression: `coalesce(${channelOfTextSql("channel_text")},
        CASE activity WHEN 'visit' THEN 'field' WHEN 'call' THEN 'phone' WHEN 'mail' THEN 'mail' END)`,
    },
  ],
};

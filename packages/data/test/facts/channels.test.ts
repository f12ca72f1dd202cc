import { channelOfTextSql, orderChannelColumns } from "@kleinod/engine/facts/events/channel-sql.ts";
import { entryChannels } from "@kleinod/engine/facts/events/contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all, openDuckDb } from "../../src/duckdb/connect.ts";

type Connection = Awaited<ReturnType<Awaited<ReturnType<typeof openDuckDb>>["connect"]>>;
let connection: Connection;
beforeAll(async () => {
  connection = await (await openDuckDb({ path: ":memory:" })).connect();
});
afterAll(() => connection.closeSync());

const text = (value: string | null) =>
  value === null ? "NULL::VARCHAR" : `'${value.replaceAll("'", "''")}'`;

async function named(word: string): Promise<unknown> {
  const rows = await all(connection, `SELECT ${channelOfTextSql(text(word))} AS channel`);
  return rows[0]?.channel;
}

interface Order {
  readonly channel?: string;
  readonly user?: string;
  readonly type?: string;
  readonly at?: string;
}

async function told({ channel, user, type, at }: Order): Promise<unknown[]> {
  const { inputs, columns } = orderChannelColumns;
  const row = `SELECT ${text(channel ?? null)} AS entry_channel, ${text(user ?? null)} AS entered_by,
    ${text(type ?? null)} AS order_type, ${text(at ?? null)}::TIMESTAMP AS entered_at`;
  const given = Object.entries(inputs).map(([name, sql]) => `${sql} AS ${name}`);
  const rows = await all(
    connection,
    `SELECT ${columns.map(({ sql, type, expression }) => `(${expression})::${type} AS ${sql}`).join(", ")}
    FROM (SELECT ${given.join(", ")} FROM (${row}))`,
  );
  return columns.map(({ sql }) => rows[0]?.[sql]);
}

describe("the channel that a text names", () => {
  it.each([
    ["Telefon", "phone"],
    ["Phone", "phone"],
    ["Anruf Kunde", "phone"],
    ["IVR", "phone"],
    ["E-Mail", "mail"],
    ["Email", "mail"],
    ["Telefax", "mail"],
    ["Webshop", "web"],
    ["Self service", "web"],
    ["Online-Portal", "web"],
    ["DFÜ", "edi"],
    ["EDI ORDERS", "edi"],
    ["Aussendienst", "field"],
    ["Besuch beim Kunden", "field"],
    ["Theke", "counter"],
    ["Händler Ost", "partner"],
  ])("%s: %s", async (word, channel) => {
    expect(entryChannels).toContain(channel);
    expect(await named(word)).toBe(channel);
  });

  it.each(["Expedition", "Kredit", "Direct opening", "9", "Messe", "Laderampe"])(
    "%s names none",
    async (word) => {
      expect(await named(word)).toBeNull();
    },
  );
});

describe("the channel of an order", () => {
  it("is what the file says, surest where it says nothing else besides", async () => {
    expect(await told({ channel: " Kunde am TELEFON ", user: "EDI_BATCH" })).toEqual([
      "phone",
      0.95,
      "stated",
    ]);
    expect(await told({ channel: "Phone" })).toEqual(["phone", 1, "stated"]);
  });

  it.each([
    ["EDI_BATCH", "edi"],
    ["RFC_SHOP", "web"],
    ["RFCUSER", "edi"],
    ["ALEREMOTE", "edi"],
    ["WF-BATCH", "edi"],
    ["WEBUSER", "web"],
    ["B2B01", "web"],
    ["SYSTEM", "edi"],
  ])("follows from the user %s: %s", async (user, channel) => {
    expect(await told({ user })).toEqual([channel, 0.8, "batchUser"]);
  });

  it.each(["KELLERM", "SYSKA", "EDITH", "WEBER", "SHOPPER", "m.batchelor@firma.ch"])(
    "does not follow from the person %s",
    async (user) => expect(await told({ user })).toEqual([null, 0, "none"]),
  );

  it("follows from the order type where nothing better is known", async () => {
    expect(await told({ user: "KELLERM", type: "Barverkauf" })).toEqual(["counter", 0.7, "orderType"]);
    expect(await told({ user: "KELLERM", type: "TA" })).toEqual([null, 0, "none"]);
  });

  it("is presumed from hours in which nobody works; a day without a time says nothing", async () => {
    // 2026-01-31 is a Saturday, the 1st of February a Sunday.
    expect(await told({ at: "2026-01-31 02:13:44" })).toEqual(["web", 0.5, "timePattern"]);
    expect(await told({ at: "2026-02-01 11:00:00" })).toEqual(["web", 0.5, "timePattern"]);
    expect(await told({ at: "2026-01-31 11:00:00" })).toEqual([null, 0, "none"]);
    expect(await told({ at: "2026-02-01 00:00:00" })).toEqual([null, 0, "none"]);
  });
});

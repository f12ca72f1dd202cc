import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BatchResult } from "@kleinod/engine/import/result.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setParameter } from "../../src/segments/parameters.ts";
import { counts, type ImportDesk, importDesk, storeCounts } from "../import-desk.ts";

let desk: ImportDesk;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

const file = (...lines: string[]) => `${lines.join("\n")}\n`;
const problems = (batch: BatchResult) =>
  batch.problems.map(({ line, column, value, rule, severity }) => [line, column, value, rule, severity]);

describe("order headers", () => {
  const headers = file(
    "VBELN;AUDAT;ERDAT;ERZET;ERNAM;AUART;BSARK;KUNNR;ANZPOS;NETWR;WAERK;EXPRESS",
    "0040000001;30.01.2026;30.01.2026;13:15:07;KELLERM;TA;Telefon;0000104711;4;418,50;CHF;",
    "0040000002;30.01.2026;30.01.2026;10:00:00;RFC_SHOP;TA;;0000104711;1;18,50;CHF;X",
    "0040000003;30.01.2026;30.01.2026;10:00:00;KELLERM;TA;;;2;1.018,50;EUR;",
  );

  it("keep who keyed them and tell the channel with a confidence; without a customer they stay", async () => {
    await setParameter(desk.workspace, "company.currency", "CHF", { author: "test", reason: "test" });
    const batch = await desk.take("auftraege.csv", headers);
    expect(batch).toMatchObject({ kind: "orderHeaders", status: "applied" });
    expect(counts(batch)).toEqual([3, 3, 0, 0, 0, 0]);
    expect(
      await desk.rows(`SELECT o.order_number, o.entered_at, o.entered_by, o.channel, o.channel_confidence, o.channel_reason,
        o.lines, o.amount_cents, o.is_expedited, a.account_key, o.row_no
        FROM order_header_current o LEFT JOIN account a USING (account_id) ORDER BY order_number`),
    ).toMatchObject([
      {
        order_number: "0040000001",
        entered_at: "2026-01-30 13:15:07",
        entered_by: "KELLERM",
        channel: "phone",
        channel_confidence: 1,
        channel_reason: "stated",
        lines: 4,
        amount_cents: 41_850,
        account_key: "0000104711",
        row_no: 0,
      },
      { channel: "web", channel_confidence: 0.8, channel_reason: "batchUser", is_expedited: true },
      // Nothing tells the channel, and there is no rate for the euro.
      { channel: null, channel_confidence: 0, channel_reason: "none", amount_cents: null, account_key: null },
    ]);
  });

  it("learn their channel from a later file and lose it with that file", async () => {
    await desk.take("auftraege.csv", headers);
    const late = await desk.take(
      "kanal.csv",
      file("Auftragsnr;Auftragsdatum;Bestellkanal", "0040000003;30.01.2026;E-Mail"),
    );
    expect(late).toMatchObject({ kind: "orderHeaders", updated: 1 });
    const third =
      "SELECT channel, channel_reason, entered_by FROM order_header_current WHERE order_number = '0040000003'";
    expect(await desk.rows(third)).toEqual([
      { channel: "mail", channel_reason: "stated", entered_by: "KELLERM" },
    ]);
    await desk.undo(late.batchId);
    expect(await desk.rows(third)).toEqual([
      { channel: null, channel_reason: "none", entered_by: "KELLERM" },
    ]);
  });

  it("of two systems with the same numbers are different orders", async () => {
    await desk.take("a.csv", headers, { source: "nord" });
    await desk.take("b.csv", headers, { source: "sued" });
    expect(
      await desk.rows(
        "SELECT source, count(*) AS n FROM order_header_current GROUP BY source ORDER BY source",
      ),
    ).toEqual([
      { source: "nord", n: 3 },
      { source: "sued", n: 3 },
    ]);
  });
});

describe("activities", () => {
  const visits = file(
    "Datum;Kundennr;Vertreter;Art;Dauer;Grund",
    "31.01.2026;100;M. Keller;Besuch;0:45;Neuheiten",
    "31.01.2026;100;M. Keller;Telefon;0:10;Reklamation",
    "31.01.2026;100;M. Keller;Telefon;0:10;Reklamation",
    "31.01.2026;;M. Keller;Rudern;;Regatta",
  );

  it("without numbers are told apart by what they say and their order, and are the same when they come again", async () => {
    const batch = await desk.take("besuche.csv", visits);
    expect(counts(batch)).toEqual([4, 4, 0, 0, 0, 0]);
    expect(problems(batch)).toEqual([[5, "Art", "Rudern", "activityTypeUnknown", "warning"]]);
    expect(
      await desk.rows(`SELECT activity_type, minutes, channel, person, customer_id IS NULL AS is_nobodys
        FROM activity_current ORDER BY row_no`),
    ).toEqual([
      { activity_type: "visit", minutes: 45, channel: "field", person: "M. Keller", is_nobodys: false },
      { activity_type: "call", minutes: 10, channel: "phone", person: "M. Keller", is_nobodys: false },
      { activity_type: "call", minutes: 10, channel: "phone", person: "M. Keller", is_nobodys: false },
      { activity_type: "other", minutes: null, channel: null, person: "M. Keller", is_nobodys: true },
    ]);
    expect(counts(await desk.take("besuche.csv", visits))).toEqual([4, 0, 0, 4, 0, 0]);
  });

  it("are refused with line, column and value where minutes are below zero or the day is no day; the rest is taken", async () => {
    const batch = await desk.take(
      "besuche.csv",
      file(
        "Datum;Kundennr;Art;Minuten",
        "31.01.2026;100;Besuch;45",
        "31.01.2026;101;Besuch;-5",
        "31.02.2026;102;Besuch;30",
        ";103;Besuch;30",
        "31.01.2026;104;Besuch;lang",
      ),
    );
    expect(counts(batch)).toEqual([5, 2, 0, 0, 0, 3]);
    expect(problems(batch)).toEqual([
      [3, "Minuten", "-5", "minutesNegative", "error"],
      [4, "Datum", "31.02.2026", "startedAtUnreadable", "error"],
      [5, "Datum", "", "startedAtMissing", "error"],
      [6, "Minuten", "lang", "minutesUnreadable", "warning"],
    ]);
  });

  it("in seconds or hours, as the header says, become minutes", async () => {
    await desk.take(
      "task.csv",
      file(
        "Id,AccountId,ActivityDate,TaskSubtype,CallDurationInSeconds,CallType",
        "00T1,001A,2026-01-31,Call,185,Inbound",
        "00T2,001B,2026-01-31,Email,,Outbound",
      ),
    );
    expect(
      await desk.rows(
        "SELECT activity_type, round(minutes, 3) AS minutes, initiated_by FROM activity_current ORDER BY activity_key",
      ),
    ).toEqual([
      // 185 s / 60
      { activity_type: "call", minutes: 3.083, initiated_by: "customer" },
      { activity_type: "mail", minutes: null, initiated_by: "us" },
    ]);
  });

  it("that people enter in the app stand beside them", async () => {
    await desk.take("besuche.csv", visits);
    await desk.workspace.write((connection) =>
      connection.run(`INSERT INTO captured_activity (activity_key, account_id, started_at, activity_type, minutes)
        SELECT 'c1', account_id, TIMESTAMP '2026-02-01 09:00:00', 'call', 7 FROM account`),
    );
    expect(
      await desk.rows(`SELECT source, is_captured, count(*) AS n, count(customer_id) AS known FROM activity_current
        GROUP BY ALL ORDER BY is_captured`),
    ).toEqual([
      { source: "main", is_captured: false, n: 4, known: 3 },
      { source: "kleinod", is_captured: true, n: 1, known: 1 },
    ]);
  });

  it("make their customers live, and take them along when they are undone", async () => {
    const batch = await desk.take("besuche.csv", visits);
    const live = "SELECT count(*) AS n FROM account_current";
    expect(await desk.rows(live)).toEqual([{ n: 1 }]);
    await desk.undo(batch.batchId);
    expect(await desk.rows(live)).toEqual([{ n: 0 }]);
    await desk.redo(batch.batchId);
    expect(await desk.rows(live)).toEqual([{ n: 1 }]);
  });

  it("leave nothing behind on a dry run", async () => {
    await desk.take("besuche.csv", visits);
    const before = await storeCounts(desk);
    const batch = await desk.take("besuche.csv", visits.replaceAll("31.01.2026", "01.02.2026"), {
      dryRun: true,
    });
    expect(batch).toMatchObject({ status: "dryRun", created: 4, diff: { created: { total: 4 } } });
    expect(await storeCounts(desk)).toEqual(before);
  });
});

describe("service cases", () => {
  it("are what their latest state says; a close before the opening is dropped with a warning", async () => {
    const batch = await desk.take(
      "tickets.csv",
      file(
        "Ticketnr;Kundennr;Erstellt am;Geschlossen am;Kanal;Kategorie;Weiterleitungen;Reopened;Geändert am",
        "T1;100;31.01.2026 09:00;;Telefon;Lieferung;1;0;31.01.2026 10:00",
        "T2;101;31.01.2026 09:00;30.01.2026 09:00;E-Mail;Rechnung;0;0;31.01.2026 10:00",
        "T1;100;31.01.2026 09:00;31.01.2026;Telefon;Lieferung;3;1;01.02.2026 10:00",
        "T1;100;31.01.2026 09:00;;Telefon;Lieferung;2;0;31.01.2026 18:00",
        "T3;101;31.01.2026 09:00;;E-Mail;Rechnung;-1;0;31.01.2026 10:00",
      ),
    );
    expect(counts(batch)).toEqual([5, 2, 0, 0, 2, 1]);
    expect(problems(batch)).toEqual([
      [3, "Geschlossen am", "30.01.2026 09:00", "closedBeforeOpened", "warning"],
      [6, "Weiterleitungen", "-1", "transfersNegative", "error"],
    ]);
    expect(
      await desk.rows(
        "SELECT case_number, closed_at, transfers, reopenings, channel, reason FROM service_case_current ORDER BY 1",
      ),
    ).toEqual([
      {
        case_number: "T1",
        // A day without a time is not before the hour of the opening.
        closed_at: "2026-01-31 00:00:00",
        transfers: 3,
        reopenings: 1,
        channel: "phone",
        reason: "Lieferung",
      },
      {
        case_number: "T2",
        closed_at: null,
        transfers: 0,
        reopenings: 0,
        channel: "mail",
        reason: "Rechnung",
      },
    ]);
  });
});

describe("cost pools", () => {
  const head = "Kostenstelle;Rolle;Gültig ab;Gültig bis;Kosten CHF;Kapazität Minuten";

  it("take the published example: 560,000 for 700,000 minutes", async () => {
    const batch = await desk.take(
      "pools.csv",
      file(head, "CS;Kundendienst;01.01.2026;31.03.2026;560000;700000"),
    );
    expect(batch).toMatchObject({ kind: "costPools", created: 1 });
    expect(
      await desk.rows(
        "SELECT pool_code, role, valid_from, valid_to, cost_cents, capacity_minutes FROM cost_pool_current",
      ),
    ).toEqual([
      {
        pool_code: "CS",
        role: "Kundendienst",
        valid_from: "2026-01-01",
        valid_to: "2026-03-31",
        cost_cents: 56_000_000,
        capacity_minutes: 700_000,
      },
    ]);
  });

  it("are refused row by row, with the reason, and the good ones are kept", async () => {
    const batch = await desk.take(
      "pools.csv",
      file(
        head,
        "A;Innendienst;01.01.2026;30.06.2026;1000;100",
        "B;Innendienst;01.01.2026;30.06.2026;1000;",
        "C;Innendienst;01.01.2026;30.06.2026;1000;0",
        "D;Innendienst;30.06.2026;01.01.2026;1000;100",
        "A;Innendienst;30.06.2026;31.12.2026;1000;100",
        "E;Innendienst;01.01.2026;30.06.2026;-1000;100",
        "F;Innendienst;01.01.2026;31.12.9999;1000;100",
        "A;Innendienst;01.07.2026;31.12.2026;1000;100",
      ),
    );
    expect(counts(batch)).toEqual([8, 2, 0, 0, 0, 6]);
    expect(problems(batch)).toEqual([
      [3, "Kapazität Minuten", "", "capacityMinutesMissing", "error"],
      [4, "Kapazität Minuten", "0", "capacityMinutesOutOfRange", "error"],
      [5, "Gültig bis", "01.01.2026", "validToBeforeValidFrom", "error"],
      [6, "Gültig ab", "30.06.2026", "periodOverlaps", "error"],
      [7, "Kosten CHF", "-1000", "costNegative", "error"],
      [8, "Gültig bis", "31.12.9999", "validToOutOfRange", "error"],
    ]);
    expect(batch.problems[0]?.message).toContain("lacks a capacity");
  });

  it("are compared with what is stored; the same period may be stated anew", async () => {
    await desk.take("pools.csv", file(head, "A;Innendienst;01.01.2026;30.06.2026;1000;100"));
    const overlapping = await desk.take(
      "mehr.csv",
      file(head, "A;Innendienst;01.06.2026;31.12.2026;1000;100"),
    );
    expect(problems(overlapping)).toEqual([[2, "Gültig ab", "01.06.2026", "periodOverlaps", "error"]]);
    const restated = await desk.take("neu.csv", file(head, "A;Innendienst;01.01.2026;31.05.2026;900;90"));
    expect(restated).toMatchObject({ updated: 1, rejected: 0 });
    expect(
      counts(await desk.take("mehr.csv", file(head, "A;Innendienst;01.06.2026;31.12.2026;1000;100"))),
    ).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it("derive the practical capacity from the attendance: 80 % unless the file says another share", async () => {
    await desk.take(
      "pools.csv",
      file(
        "Cost Center,Department,Valid From,Valid To,Cost,Paid Hours,Practical Share",
        "1,Sales,2026-01-01,2026-03-31,1000,100,",
        "2,Field,2026-01-01,2026-03-31,1000,100,85%",
        "3,Back,2026-01-01,2026-03-31,1000,100,0.5",
      ),
    );
    // 100 h are 6,000 minutes; × 0.8, × 0.85, × 0.5.
    expect(await desk.rows("SELECT capacity_minutes FROM cost_pool_current ORDER BY pool_code")).toEqual([
      { capacity_minutes: 4800 },
      { capacity_minutes: 5100 },
      { capacity_minutes: 3000 },
    ]);
  });

  it("without any column for capacity are refused as a file that lacks it", async () => {
    const batch = await desk.take(
      "pools.csv",
      file("Kostenstelle;Rolle;Gültig ab;Gültig bis;Kosten", "A;Innendienst;01.01.2026;30.06.2026;1000"),
      { as: "costPools" },
    );
    expect(batch).toMatchObject({ status: "refused", batchId: null });
    expect(batch.problems[0]?.message).toContain("Capacity minutes or Theoretical minutes");
  });
});

describe("the other kinds", () => {
  it.each([
    [
      "deliveries",
      "Lieferschein;Auftragsnr;Kundennr;Lieferdatum;Wunschtermin;Colli;Frachtkosten",
      "L1;A1;100;31.01.2026;30.01.2026;2;9,40",
      "SELECT delivery_number, order_number, promised_date, packages, freight_cents FROM delivery_current",
      {
        delivery_number: "L1",
        order_number: "A1",
        promised_date: "2026-01-30",
        packages: 2,
        freight_cents: 940,
      },
    ],
    [
      "returns",
      "Retourennr;Kundennr;Retourdatum;Grund;Gutschrift;Kosten",
      "R1;100;31.01.2026;falsch bestellt;20,50;14",
      "SELECT return_number, return_date, reason, credit_cents, cost_cents FROM return_current",
      {
        return_number: "R1",
        return_date: "2026-01-31",
        reason: "falsch bestellt",
        credit_cents: 2050,
        cost_cents: 1400,
      },
    ],
    [
      "dunning",
      "Kundennr;Mahndatum;Mahnstufe;Offener Betrag",
      "100;12.02.2026;2;418,50",
      "SELECT notice_key, level, amount_cents FROM dunning_current",
      { notice_key: "100/12.02.2026/2/418,50", level: 2, amount_cents: 41_850 },
    ],
    [
      "serviceElements",
      "Kundennr;Leistung;Datum;Angeboten;Genutzt;Bleibegrund",
      "100;Zuschnitt;01.02.2026;ja;nein;spart Maschine",
      "SELECT element, used_at, is_offered, is_used, reason_to_stay FROM service_element_use_current",
      {
        element: "Zuschnitt",
        used_at: "2026-02-01",
        is_offered: true,
        is_used: false,
        reason_to_stay: "spart Maschine",
      },
    ],
    [
      "contracts",
      "Vertragsnr;Kundennr;Vertragsart;Beginn;Ende;Laufzeit (Jahre);Kündigungsfrist;Betrag;Zahlweise;Gekündigt am",
      "V1;100;Wartung;01.02.2024;31.12.9999;2;90 Tage;95,00;vierteljährlich;",
      `SELECT contract_number, product, started_on, ends_on, term_months, notice_months, value_cents, period_months,
      income_per_year_cents, cancelled_on, customer_id FROM customer_contract_current`,
      // An end in the year 9999 is none; four payments of 95.00 make 380.00 a year; 90 days are 3 months.
      {
        contract_number: "V1",
        product: "Wartung",
        started_on: "2024-02-01",
        ends_on: null,
        term_months: 24,
        notice_months: 3,
        value_cents: 9_500,
        period_months: 3,
        income_per_year_cents: 38_000,
        cancelled_on: null,
        customer_id: 1,
      },
    ],
    [
      "partners",
      "Partnernr;Name;Partnertyp;Gebiet",
      "P1;Eisen Meier AG;Fachhändler;Ost",
      "SELECT partner_key, name, partner_type, region, customer_id FROM partner_current",
      { partner_key: "P1", name: "Eisen Meier AG", partner_type: "dealer", region: "Ost", customer_id: null },
    ],
    [
      "partnerCustomers",
      "Partnernr;Kundennr;Seit;Letzter Kontakt",
      "P1;100;01.01.2020;31.01.2026",
      "SELECT partner_key, since, until, last_contact, customer_id FROM partner_customer_current",
      { partner_key: "P1", since: "2020-01-01", until: null, last_contact: "2026-01-31", customer_id: 1 },
    ],
    [
      "surveys",
      "Kundennr;Datum;Frage;Bewertung;Kommentar",
      "100;31.01.2026;Weiterempfehlung;8;gut",
      "SELECT response_key, question, score, answer, answered_at FROM survey_current",
      {
        response_key: "100/31.01.2026",
        question: "Weiterempfehlung",
        score: 8,
        answer: "gut",
        answered_at: "2026-01-31",
      },
    ],
    [
      "insights",
      "Aussage;Quelle;Stärke;Verantwortlich;Datum;Gilt bis",
      "Kleine rufen an;Interview;mittel;M. Keller;10.02.2026;10.02.2027",
      "SELECT claim, evidence_kind, strength, owner, expires_on FROM insight_current",
      {
        claim: "Kleine rufen an",
        evidence_kind: "conversation",
        strength: "mittel",
        owner: "M. Keller",
        expires_on: "2027-02-10",
      },
    ],
  ])(
    "%s are recognised, stored, unchanged the second time and gone when undone",
    async (kind, header, row, sql, expected) => {
      const batch = await desk.take("datei.csv", file(header, row));
      expect(batch).toMatchObject({ kind, status: "applied", created: 1, problemsTotal: 0 });
      expect(await desk.rows(sql)).toEqual([expected]);
      const again = await desk.take("datei.csv", file(header, row));
      expect(counts(again)).toEqual([1, 0, 0, 1, 0, 0]);
      for (const { batchId } of [batch, again]) await desk.undo(batchId);
      expect(await desk.rows(sql)).toEqual([]);
    },
  );
});

describe("bad files of each kind", () => {
  const bad = join(import.meta.dirname, "../../../../fixtures/import/kinds/bad");

  it.each([
    [
      "costPools",
      [1, 5],
      [
        "capacityMinutesMissing",
        "validToBeforeValidFrom",
        "periodOverlaps",
        "costNegative",
        "capacityMinutesOutOfRange",
      ],
    ],
    // A role that nobody knows is a fact like any other: what it costs is said by the cost to serve.
    ["activities", [3, 2], ["minutesNegative", "startedAtUnreadable", "activityTypeUnknown"]],
    [
      "serviceCases",
      [2, 3],
      ["caseNumberMissing", "closedBeforeOpened", "transfersNegative", "openedAtOutOfRange"],
    ],
    // The first contract comes twice: the second row states it anew. A term that nobody can read stays empty.
    [
      "contracts",
      [3, 4],
      [
        "endsOnBeforeStartedOn",
        "startedOnUnreadable",
        "valueNegative",
        "termMonthsOutOfRange",
        "periodMonthsMissing",
        "contractNumberMissing",
        "termMonthsUnreadable",
      ],
    ],
    ["orderHeaders", [1, 3], ["orderDateMissing", "linesNegative", "currencyUnknown"]],
  ])(
    "%s: the good rows are taken, the others refused for what they are",
    async (kind, [taken, refused], rules) => {
      const batch = await desk.take(`${kind}.csv`, await readFile(join(bad, `${kind}.csv`)));
      expect(batch).toMatchObject({ kind, status: "applied", created: taken, rejected: refused });
      expect(batch.problems.map((problem) => problem.rule)).toEqual(rules);
    },
  );
});

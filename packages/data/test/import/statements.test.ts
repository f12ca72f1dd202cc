import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { counts, currentFacts, type ImportDesk, importDesk } from "../import-desk.ts";

let desk: ImportDesk;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

const account = async (key: string, columns: string) => {
  const rows = await desk.rows(`SELECT ${columns} FROM account_current WHERE account_key = '${key}'`);
  return rows[0];
};

describe("customers", () => {
  it("whose KUNNR repeats across sales areas are one customer; the further rows are restated", async () => {
    const rows =
      "0000104711;1000;Muster AG;Bern;K1\n0000104711;2000;Muster AG;Bern;K2\n0000104712;1000;Beispiel GmbH;Thun;K1\n";
    const batch = await desk.take("KNA1.csv", `KUNNR;VKORG;NAME1;ORT01;KDGRP\n${rows}`);
    expect(batch.kind).toBe("customers");
    expect(counts(batch)).toEqual([3, 2, 0, 0, 1, 0]);
    expect(await desk.rows("SELECT account_key, name FROM account_current ORDER BY 1")).toEqual([
      { account_key: "0000104711", name: "Muster AG" },
      { account_key: "0000104712", name: "Beispiel GmbH" },
    ]);
  });

  it("bring their own turnover (UMSA1, AnnualRevenue), which is never our sales", async () => {
    await desk.take("kna1.csv", "KUNNR;NAME1;ORT01;UMSA1\n0001;Muster AG;Bern;1200000\n");
    await desk.take(
      "accounts.csv",
      "AccountNumber,Name,BillingCity,AnnualRevenue\n0002,Beispiel Ltd,Thun,3400000\n",
    );
    expect(await desk.rows("SELECT account_key, own_turnover FROM account_current ORDER BY 1")).toEqual([
      { account_key: "0001", own_turnover: "1200000" },
      { account_key: "0002", own_turnover: "3400000" },
    ]);
    expect(await desk.rows("SELECT count(*) AS n FROM sale_line")).toEqual([{ n: 0 }]);
  });

  const head = "Kundennr;Name;Ort;Telefon;Stand\n";
  it("keep what an empty cell does not say", async () => {
    await desk.take("1.csv", `${head}K1;Muster AG;Bern;031 1;01.02.2026\n`);
    expect(counts(await desk.take("2.csv", `${head}K1;;Thun;;01.03.2026\n`))).toEqual([1, 0, 1, 0, 0, 0]);
    expect(await account("K1", "name, city, phone")).toEqual({
      name: "Muster AG",
      city: "Thun",
      phone: "031 1",
    });
  });

  it("are known by the latest import where nobody dated the statement, and by file order within it", async () => {
    const plain = "Kundennr;Name;Ort\n";
    await desk.take("1.csv", `${plain}K1;Alt AG;Bern\n`);
    const batch = await desk.take("2.csv", `${plain}K1;Mittel AG;Bern\nK1;Neu AG;\n`);
    expect(counts(batch)).toEqual([2, 0, 1, 0, 1, 0]);
    expect(await account("K1", "name, city")).toEqual({ name: "Neu AG", city: "Bern" });
    expect(batch.diff?.changed).toEqual({
      total: 1,
      fields: { name: 1 },
      sample: [{ key: "K1", field: "name", before: "Alt AG", after: "Neu AG" }],
    });
  });

  it("are the same after the same file came twice; the facts did not move", async () => {
    const file = "Kundennr;Name;Ort\nK1;Muster AG;Bern\nK2;Beispiel AG;Thun\n";
    await desk.take("1.csv", file);
    const before = await desk.version();
    expect(counts(await desk.take("1.csv", file))).toEqual([2, 0, 0, 2, 0, 0]);
    expect(await desk.version()).toBe(before);
  });

  it("vanish only under --full, are listed, and come back when they are named again", async () => {
    const file = (...keys: string[]) =>
      `Kundennr;Name;Ort\n${keys.map((key) => `${key};${key} AG;Bern\n`).join("")}`;
    await desk.take("1.csv", file("K1", "K2", "K3"));
    expect((await desk.take("delta.csv", file("K1"))).diff?.vanished.total).toBe(0);
    const full = await desk.take("full.csv", file("K1", "K2"), { mode: "full" });
    expect(full.diff?.vanished).toEqual({ total: 1, sample: ["K3"] });
    expect(await account("K3", "vanished")).toEqual({ vanished: true });

    // The same full extract again lists the same customer and moves nothing.
    const before = await desk.version();
    expect((await desk.take("full.csv", file("K1", "K2"), { mode: "full" })).diff?.vanished.total).toBe(1);
    expect(await desk.version()).toBe(before);

    // Named again with unchanged cells: the row is unchanged, the facts are not.
    expect(counts(await desk.take("back.csv", file("K3")))).toEqual([1, 0, 0, 1, 0, 0]);
    expect(await desk.version()).toBe(before + 1);
    expect(await account("K3", "vanished")).toEqual({ vanished: false });
  });

  it("of a full extract that is undone did not vanish", async () => {
    await desk.take("1.csv", "Kundennr;Name;Ort\nK1;A AG;Bern\nK2;B AG;Bern\n");
    const before = await currentFacts(desk);
    const full = await desk.take("2.csv", "Kundennr;Name;Ort\nK1;A AG;Bern\n", { mode: "full" });
    await desk.undo(full.batchId);
    expect(await currentFacts(desk)).toEqual(before);
    await desk.redo(full.batchId);
    expect(await account("K2", "vanished")).toEqual({ vanished: true });
  });

  it("that only sale lines name take name and country from the latest dated line, whatever its place in the file", async () => {
    const lines = "Belegnr;Belegdatum;Kundennr;Kundenname;Land;Nettobetrag\n";
    await desk.take("1.csv", `${lines}R2;01.06.2026;K1;Neu AG;;10,00\nR1;01.05.2026;K1;Alt AG;CH;10,00\n`);
    expect(await account("K1", "name, country")).toEqual({ name: "Neu AG", country: "CH" });
    // An older extract that comes later does not bring back the old name.
    await desk.take("0.csv", `${lines}R0;01.01.2026;K1;Uralt AG;DE;10,00\n`);
    expect(await account("K1", "name, country")).toEqual({ name: "Neu AG", country: "CH" });
  });

  it("are renamed by lines that changed nothing but the name, and the facts move", async () => {
    const lines = "Belegnr;Belegdatum;Kundennr;Kundenname;Nettobetrag\n";
    await desk.take("1.csv", `${lines}R1;01.06.2026;K1;Alt AG;10,00\n`);
    const before = await desk.version();
    expect(counts(await desk.take("2.csv", `${lines}R1;01.06.2026;K1;Neu AG;10,00\n`))).toEqual([
      1, 0, 0, 1, 0, 0,
    ]);
    expect(await account("K1", "name")).toEqual({ name: "Neu AG" });
    expect(await desk.version()).toBe(before + 1);
  });

  it("named by a customer file keep that name, whatever the lines say later", async () => {
    await desk.take("k.csv", "Kundennr;Name;Ort\nK1;Muster AG;Bern\n");
    await desk.take(
      "r.csv",
      "Belegnr;Belegdatum;Kundennr;Kundenname;Nettobetrag\nR1;01.06.2026;K1;MUSTER;10,00\n",
    );
    expect(await account("K1", "name")).toEqual({ name: "Muster AG" });
  });

  it("that only one batch named are gone when it is undone, also where lines of others name further ones", async () => {
    const customers = await desk.take("k.csv", "Kundennr;Name;Ort\nK1;A AG;Bern\nK2;B AG;Bern\n");
    const lines = await desk.take(
      "r.csv",
      "Belegnr;Belegdatum;Kundennr;Kundenname;Nettobetrag\nR1;01.06.2026;K2;B;10,00\nR2;01.06.2026;K3;C;10,00\n",
    );
    const keys = async () =>
      (await desk.rows("SELECT account_key FROM account_current ORDER BY 1")).map((row) => row.account_key);
    expect(await keys()).toEqual(["K1", "K2", "K3"]);
    await desk.undo(customers.batchId);
    expect(await keys()).toEqual(["K2", "K3"]);
    await desk.undo(lines.batchId);
    expect(await keys()).toEqual([]);
    await desk.redo(customers.batchId);
    expect(await keys()).toEqual(["K1", "K2"]);
  });

  it("keep the leading zeros and the letters of their numbers", async () => {
    await desk.take("k.csv", "Kundennr;Name;Ort\n007;A AG;Bern\n7;B AG;Bern\n0E1;C AG;Bern\n");
    const keys = await desk.rows("SELECT account_key FROM account_current ORDER BY 1");
    expect(keys.map((row) => row.account_key)).toEqual(["007", "0E1", "7"]);
  });

  it("without a number are rejected with their line, the others are taken", async () => {
    const batch = await desk.take("k.csv", "Kundennr;Name;Ort\nK1;A AG;Bern\n;Ohne AG;Bern\n");
    expect(counts(batch)).toEqual([2, 1, 0, 0, 0, 1]);
    expect(batch.problems).toMatchObject([
      { line: 3, rule: "accountKeyMissing", severity: "error", column: "Kundennr" },
    ]);
  });
});

describe("products and their costs", () => {
  it("are known by their trimmed code; they come in, change and go with their batch", async () => {
    const head = "Artikelnr;Bezeichnung;Warengruppe;Listenpreis\n";
    const first = await desk.take(
      "artikel1.csv",
      `${head}A1;Dübel;Befestigung;9,80\n  A2;Schraube;Befestigung;3,20\n`,
    );
    expect(counts(first)).toEqual([2, 2, 0, 0, 0, 0]);
    expect(await desk.rows("SELECT product_code FROM product_current ORDER BY 1")).toEqual([
      { product_code: "A1" },
      { product_code: "A2" },
    ]);
    const second = await desk.take(
      "artikel2.csv",
      `${head}A1;Dübel 8;Befestigung;9,80\nA3;Mutter;Befestigung;1,00\n`,
    );
    expect(counts(second)).toEqual([2, 1, 1, 0, 0, 0]);
    await desk.undo(second.batchId);
    expect(await desk.rows("SELECT product_code, product_name FROM product_current ORDER BY 1")).toEqual([
      { product_code: "A1", product_name: "Dübel" },
      { product_code: "A2", product_name: "Schraube" },
    ]);
  });

  it("have one cost per start of validity; the same key later says otherwise", async () => {
    const head = "Artikelnr;Gültig ab;Einstandspreis;Währung\n";
    const first = await desk.take(
      "kosten.csv",
      `${head}A1;01.01.2026;5,10;CHF\nA1;01.07.2026;5,60;CHF\nA1;01.01.2026;5,20;CHF\n`,
    );
    expect(first.kind).toBe("costOfGoods");
    expect(counts(first)).toEqual([3, 2, 0, 0, 1, 0]);
    expect(
      await desk.rows("SELECT valid_from::VARCHAR AS day, unit_cost FROM cost_current ORDER BY 1"),
    ).toEqual([
      { day: "2026-01-01", unit_cost: "5.200000" },
      { day: "2026-07-01", unit_cost: "5.600000" },
    ]);
  });

  it("without a readable cost are rejected: a cost file without a cost says nothing", async () => {
    const good = Array.from({ length: 60 }, (_, i) => `A${i};01.01.2026;5,10\n`).join("");
    const rows = `${good}B1;01.01.2026;teuer\nB2;01.01.2026;\n`;
    const batch = await desk.take("kosten.csv", `Artikelnr;Gültig ab;Einstandspreis\n${rows}`);
    expect(counts(batch)).toEqual([62, 60, 0, 0, 0, 2]);
    expect(batch.problems.map(({ line, rule }) => [line, rule])).toEqual([
      [62, "unitCostUnreadable"],
      [63, "unitCostMissing"],
    ]);
  });
});

describe("contacts", () => {
  it("have a number of their own, or are known by their name within the customer, else by their address", async () => {
    const batch = await desk.take(
      "kontakte.csv",
      [
        "Personennr;Kundennr;Vorname;Nachname;E-Mail",
        "1;K1;Petra;Muster;petra@a.example",
        ";K1;Hans;Muster;hans@a.example",
        ";K1;Hans;Muster;hans@a.example",
        ";K2;Hans;Muster;",
        ";K2;;;info@b.example",
        ";K2;;;buero@b.example",
        "",
      ].join("\n"),
    );
    expect(batch.kind).toBe("contacts");
    expect(counts(batch)).toEqual([6, 5, 0, 0, 1, 0]);
    expect(await desk.rows("SELECT count(*) AS n FROM contact_current")).toEqual([{ n: 5 }]);
  });

  it("keep their customer alive, and go with the batch", async () => {
    const batch = await desk.take(
      "kontakte.csv",
      "Kundennr;Vorname;Nachname;Funktion\nK1;Petra;Muster;Inhaberin\n",
    );
    expect(await desk.rows("SELECT account_key FROM account_current")).toEqual([{ account_key: "K1" }]);
    await desk.undo(batch.batchId);
    expect(await desk.rows("SELECT account_key FROM account_current")).toEqual([]);
    expect(await desk.rows("SELECT * FROM contact_current")).toEqual([]);
  });
});

describe("amounts of sale lines", () => {
  it("of SAP credit notes that the system writes positive are turned negative, and the result says so", async () => {
    const batch = await desk.take(
      "vbrp.csv",
      "VBELN;POSNR;FKART;FKDAT;KUNAG;MATNR;FKIMG;NETWR;WAERK\n1;10;F2;20260315;K1;A;2;100,00;CHF\n2;10;G2;20260316;K1;A;1;30,00;CHF\n3;10;S1;20260317;K1;A;2;100,00;CHF\n",
    );
    expect(batch.status).toBe("applied");
    expect(batch.derived.signTurned).toEqual(expect.arrayContaining(["G2", "S1"]));
    expect(
      await desk.rows(
        "SELECT document_type, amount_cents, quantity FROM sale_line_current ORDER BY document_number",
      ),
    ).toEqual([
      { document_type: "invoice", amount_cents: 10_000, quantity: "2.000000" },
      { document_type: "creditNote", amount_cents: -3000, quantity: "-1.000000" },
      { document_type: "cancellation", amount_cents: -10_000, quantity: "-2.000000" },
    ]);
  });

  it("of credit notes that the system writes negative stay as they are", async () => {
    const batch = await desk.take(
      "r.csv",
      "Belegnr;Belegart;Belegdatum;Kundennr;Nettobetrag\n1;Rechnung;15.03.2026;K1;100,00\n2;Gutschrift;16.03.2026;K1;-30,00\n",
    );
    expect(batch.derived.signTurned).toBeUndefined();
    expect(batch.controlTotals).toEqual([
      { month: "2026-03", documentType: "creditNote", documents: 1, lines: 1, amountCents: -3000 },
      { month: "2026-03", documentType: "invoice", documents: 1, lines: 1, amountCents: 10_000 },
    ]);
  });

  it("of numbers marked by C are cancellations where nearly all of them are negative", async () => {
    const batch = await desk.take(
      "r.csv",
      "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID\n536365,A,Lamp,6,2026-03-15 08:26:00,2.55,17850\nC536379,A,Lamp,-1,2026-03-15 09:41:00,2.55,17850\n",
    );
    expect(batch.controlTotals.map(({ documentType, amountCents }) => [documentType, amountCents])).toEqual([
      ["cancellation", -255],
      ["invoice", 1530],
    ]);
  });

  it("without a currency have none, with a hint; in a foreign one without a rate they have no value", async () => {
    const plain = await desk.take(
      "1.csv",
      "Belegnr;Belegdatum;Kundennr;Nettobetrag\nR1;15.03.2026;K1;10,00\n",
    );
    expect(plain.derived).toMatchObject({ currency: null, currencyHint: expect.anything() });
    await desk.take("2.csv", "Belegnr;Belegdatum;Kundennr;Nettobetrag;Währung\nR2;15.03.2026;K1;10,00;CHF\n");
    await desk.take("3.csv", "Belegnr;Belegdatum;Kundennr;Nettobetrag;Währung\nR3;15.03.2026;K1;10,00;eur\n");
    expect(
      await desk.rows("SELECT document_number, currency, value_cents FROM sale_line_current ORDER BY 1"),
    ).toEqual([
      { document_number: "R1", currency: null, value_cents: 1000 },
      { document_number: "R2", currency: "CHF", value_cents: 1000 },
      { document_number: "R3", currency: "EUR", value_cents: null },
    ]);
  });

  it("that the file does not give are quantity times price, rounded half away from zero", async () => {
    await desk.take(
      "r.csv",
      "Belegnr;Belegdatum;Kundennr;Menge;Einzelpreis\nR1;15.03.2026;K1;3;0,335\nR2;15.03.2026;K1;-3;0,335\nR3;15.03.2026;K1;0,5;0,01\n",
    );
    // 3 × 0.335 = 1.005 → 1.01; the same negative; 0.5 × 0.01 = 0.005 → 0.01
    expect(
      (await desk.rows("SELECT amount_cents FROM sale_line_current ORDER BY document_number")).map(
        (row) => row.amount_cents,
      ),
    ).toEqual([101, -101, 1]);
  });
});

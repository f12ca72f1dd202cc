import { describe, expect, it } from "vitest";
import { parseRecords } from "./csv-records.ts";
import { detectDialect } from "./dialect.ts";
import { fileShape } from "./file-shape.ts";
import { type MappingInput, proposeMapping } from "./mapping.ts";
import { type MappingProposal, mappingSchema } from "./mapping-contract.ts";

/** A proposal from the text of a file, the way an import makes it. */
function propose(text: string, more: Partial<MappingInput> = {}): MappingProposal {
  const result = detectDialect(new TextEncoder().encode(text), { isWholeFile: true });
  if (!result.ok) throw new RangeError(result.refusal.message.en);
  const sampleRows = parseRecords(text, result.dialect).map((record) => record.cells);
  return proposeMapping({ columns: result.dialect.columns, sampleRows, ...more });
}

const lines = (header: string, ...rows: string[]) => `${[header, ...rows].join("\n")}\n`;
const fieldOf = (proposal: MappingProposal, column: string) =>
  proposal.mapping.find((each) => each.column === column);

describe("proposeMapping by system", () => {
  it("reads a giftware seller's invoice lines", () => {
    const proposal = propose(
      lines(
        "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country",
        "500001,20001,GLASS BALL,12,2009-12-01 07:45:00,6.95,13001,United Kingdom",
        "C500002,20001A,PINK BALL,-2,2009-12-01 09:06:00,2.1,13002,France",
        "500003,POST,POSTAGE,1,2009-12-02 09:06:00,18,,EIRE",
      ),
    );
    expect(proposal).toMatchObject({
      kind: "saleLines",
      columns: {
        documentNumber: "Invoice",
        productCode: "StockCode",
        productName: "Description",
        quantity: "Quantity",
        documentDate: "InvoiceDate",
        unitPrice: "Price",
        accountKey: "Customer ID",
        country: "Country",
      },
      dateFormats: { documentDate: "iso" },
      numberFormats: { unitPrice: { decimal: "." }, quantity: { decimal: "." } },
      refusal: null,
    });
    expect(proposal.questions).toMatchObject([{ code: "currency", blocking: false }]);
  });

  it("reads SAP billing items", () => {
    const proposal = propose(
      lines(
        "VBELN;POSNR;FKART;FKDAT;KUNAG;KUNWE;MATNR;ARKTX;MATKL;FKIMG;NETWR;WAVWR;WAERK;MWSBP;BSARK",
        "0090000001;000010;F2;21.11.2023;0000100796;0000100799;000000000000102066;Schraube 10x110;S1;1.007;151,27;76,92;CHF;11,65;AUSS",
        "0090000002;000010;G2;13.12.2023;0000100797;0000100797;000000000000102054;Dübel;S1;6;-105,48;-65,41;CHF;-8,12;SHOP",
      ),
    );
    expect(proposal.kind).toBe("saleLines");
    expect(proposal.columns).toMatchObject({
      documentNumber: "VBELN",
      lineNumber: "POSNR",
      documentType: "FKART",
      documentDate: "FKDAT",
      accountKey: "KUNAG",
      amount: "NETWR",
      costAmount: "WAVWR",
      currency: "WAERK",
      entryChannel: "BSARK",
    });
    // 1.007 alone could be either; the amounts of the same file show the decimal comma.
    expect(proposal.numberFormats).toMatchObject({ quantity: { decimal: "," }, amount: { decimal: "," } });
    expect(proposal.questions).toEqual([]);
    for (const column of ["KUNWE", "MWSBP"])
      expect(fieldOf(proposal, column)).toMatchObject({ field: null, trap: true });
  });

  it("reads a German billing list with technical names in front", () => {
    const proposal = propose(
      lines(
        "Fakturanr\tPosition\tFakturadatum\tDebitor\tName 1\tMaterial\tBezeichnung\tFakt. Menge\tNettowert [CHF]\tVerrechnungswert",
        "90001\t10\t03.01.2024\t104711\tMuster AG\t4711\tDübel\t12,000\t102,00\t61,20",
        "90002\t10\t17.01.2024\t104712\tHuber GmbH\t4712\tAnker\t3,000\t1.040,50\t712,90",
      ),
    );
    expect(proposal).toMatchObject({
      kind: "saleLines",
      currency: "CHF",
      columns: {
        documentNumber: "Fakturanr",
        documentDate: "Fakturadatum",
        accountKey: "Debitor",
        accountName: "Name 1",
        productCode: "Material",
        productName: "Bezeichnung",
        amount: "Nettowert [CHF]",
        costAmount: "Verrechnungswert",
      },
      questions: [],
    });
  });

  it("tells the reseller's cost per unit from the cost of the line", () => {
    const proposal = propose(
      lines(
        "SalesOrderNumber,OrderDate,ProductKey,ResellerKey,EmployeeKey,SalesTerritoryKey,OrderQuantity,UnitPrice,TotalProductCost,SalesAmount,StandardCost",
        "SO1,2017-07-01,349,676,285,5,1,2024.99,NULL,2024.99,1898.09",
        "SO1,2017-07-01,350,676,285,5,3,2024.99,5694.27,6074.97,1898.09",
      ),
    );
    expect(proposal.columns).toMatchObject({
      costAmount: "TotalProductCost",
      unitCost: "StandardCost",
      amount: "SalesAmount",
      accountKey: "ResellerKey",
      seller: "EmployeeKey",
    });
    expect(fieldOf(proposal, "StandardCost")).toMatchObject({ trap: true });
  });

  it("lets arithmetic say that bexio's amount is the quantity", () => {
    const rows = Array.from({ length: 8 }, (_, index) => {
      const quantity = index + 2;
      return `RE-${index},Rechnung,2024-01-1${index},100${index},1,T${index},Dübel,${quantity},2.50,${(quantity * 2.5).toFixed(2)},CHF`;
    });
    const proposal = propose(
      lines(
        "document_nr,document_type,is_valid_from,contact_nr,position,article_nr,text,amount,unit_price,position_total,currency",
        ...rows,
      ),
    );
    expect(proposal.kind).toBe("saleLines");
    expect(proposal.columns).toMatchObject({
      documentNumber: "document_nr",
      accountKey: "contact_nr",
      quantity: "amount",
      amount: "position_total",
    });
    expect(fieldOf(proposal, "amount")?.reason.en).toContain("Quantity times unit price");
  });

  it("reads SAP customers, several sales areas each, without falling into the traps", () => {
    const proposal = propose(
      lines(
        "KNA1-KUNNR;KNA1-NAME1;STRAS;PSTLZ;ORT01;LAND1;TELF1;STCEG;BRSCH;JMZAH;UMSA1;ERDAT;VKORG;VTWEG;SPART;KLABC;KDGRP;LOEVM",
        "0000100000;Muster AG;Gartenweg 5;8048;Zürich;CH;044 000 00 00;CHE-900.000.016 MWST;1610;14;777.000,00;17.01.2016;1000;10;00;C;10;",
        "0000100000;Muster AG;Gartenweg 5;8048;Zürich;CH;044 000 00 00;CHE-900.000.016 MWST;1610;14;777.000,00;17.01.2016;1000;20;00;B;10;",
        "0000100001;Huber GmbH;Werkstrasse 3;5000;Aarau;CH;;;3109;;21.156.000,00;06.12.2013;1000;10;00;A;30;X",
      ),
    );
    expect(proposal.kind).toBe("customers");
    expect(proposal.columns).toMatchObject({
      accountKey: "KNA1-KUNNR",
      name: "KNA1-NAME1",
      salesArea: ["VKORG", "VTWEG", "SPART"],
      deleted: "LOEVM",
    });
    expect(fieldOf(proposal, "UMSA1")).toMatchObject({ field: "ownTurnover", trap: true });
    expect(fieldOf(proposal, "UMSA1")?.reason.de).toContain("nicht unser Verkauf");
    expect(fieldOf(proposal, "KLABC")).toMatchObject({ field: "opinionClass", trap: true });
  });

  it("reads Dynamics accounts and prefers the number of the ERP where it is filled", () => {
    const header =
      "accountid,accountnumber,name,address1_line1,address1_postalcode,address1_city,telephone1,revenue,numberofemployees,industrycode,modifiedon";
    const guid = "2619ba07-1b14-4645-a7c8-26b60efcd33";
    const full = propose(
      lines(
        header,
        ...[1, 2, 3].map(
          (id) =>
            `${guid}${id},10${id},Firma ${id},Weg ${id},800${id},Bern,044 000 00 0${id},250000.00,12,7,2024-01-0${id}`,
        ),
      ),
    );
    expect(full).toMatchObject({
      kind: "customers",
      columns: { accountKey: "accountnumber", ownTurnover: "revenue", statedAt: "modifiedon" },
    });
    const gaps = propose(
      lines(
        header,
        ...[1, 2, 3].map(
          (id) => `${guid}${id},${id === 2 ? "" : id},Firma ${id},Weg ${id},800${id},Bern,,,,,`,
        ),
      ),
    );
    expect(gaps.columns.accountKey).toBe("accountid");
  });

  it("reads Salesforce accounts", () => {
    const proposal = propose(
      lines(
        "Id,AccountNumber,Name,BillingStreet,BillingPostalCode,BillingCity,BillingCountry,Phone,AnnualRevenue,NumberOfEmployees,Industry,Rating,ParentId",
        "001A,4711,Muster AG,Weg 1,8000,Zürich,Switzerland,+41 44 000 00 00,2500000,12,Construction,Hot,",
        "001B,4712,Huber GmbH,Weg 2,3000,Bern,Switzerland,+41 31 000 00 00,,,Retail,,001A",
      ),
    );
    expect(proposal).toMatchObject({
      kind: "customers",
      columns: {
        accountKey: "AccountNumber",
        postcode: "BillingPostalCode",
        ownTurnover: "AnnualRevenue",
        opinionClass: "Rating",
        branch: "Industry",
        parentAccountKey: "ParentId",
      },
    });
  });

  it("takes a unique name as key where there is no number", () => {
    const proposal = propose(
      lines(
        "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
        "Acme Corporation,technolgy,1996,1100.04,2822,United States,",
        "Betasoloin,medical,1999,251.41,495,United States,",
        "Betatech,medical,1986,647.18,1185,Kenya,Acme Corporation",
      ),
      { fileName: "accounts.csv" },
    );
    expect(proposal).toMatchObject({
      kind: "customers",
      columns: {
        accountKey: "account",
        name: "account",
        branch: "sector",
        country: "office_location",
        parentAccountKey: "subsidiary_of",
      },
    });
    expect(fieldOf(proposal, "account")?.reason.en).toContain("serves as key");
    expect(fieldOf(proposal, "revenue")).toMatchObject({ field: "ownTurnover", trap: true });
    expect(fieldOf(proposal, "year_established")).toMatchObject({ field: null, trap: true });
  });

  it("reads the customers of a trader with contact columns as customers", () => {
    const proposal = propose(
      lines(
        "customer_id;company_name;contact_name;contact_title;address;city;region;postal_code;country;phone;fax",
        "AAAAA;Muster Feinkost;Maria Muster;Owner;Weg 1;Berlin;;12209;Germany;030-0074321;030-0076545",
        "BBBBB;Beispiel Bistro;Ana Beispiel;Owner;Avda. 2;México D.F.;;05021;Mexico;(5) 555-4729;(5) 555-3745",
      ),
    );
    expect(proposal).toMatchObject({
      kind: "customers",
      columns: { accountKey: "customer_id", name: "company_name", postcode: "postal_code" },
    });
  });

  it("reads contacts, products and cost of goods", () => {
    expect(
      propose(
        lines(
          "Kundennr;Vorname;Nachname;Funktion;Telefon;E-Mail",
          "1;Petra;Muster;Inhaberin;044 000 00 00;p@x.example",
          "2;Urs;Huber;Einkauf;;u@y.example",
        ),
      ).kind,
    ).toBe("contacts");
    expect(
      propose(
        lines(
          "ProductKey,Product,StandardCost,Color,Subcategory,EnglishProductCategoryName",
          '210,"Frame - Black, 58",868.63,Black,Road Frames,Components',
          '213,"Helmet, Red",13.88,Red,Helmets,Accessories',
        ),
      ),
    ).toMatchObject({
      kind: "products",
      columns: {
        productCode: "ProductKey",
        productName: "Product",
        unitCost: "StandardCost",
        productSubgroup: "Subcategory",
        productGroup: "EnglishProductCategoryName",
      },
    });
    expect(
      propose(
        lines(
          "Artikelnr;Gültig ab;Einstandspreis;Währung",
          "A1;01.01.2024;1,50;CHF",
          "A2;13.01.2024;2,50;CHF",
        ),
      ),
    ).toMatchObject({
      kind: "costOfGoods",
      dateFormats: { validFrom: "dd.mm.yyyy" },
    });
  });
});

describe("proposeMapping and doubt", () => {
  const ambiguous = lines("Belegnr,Datum,Kundennr,Betrag", "1,3/4/2024,77,1.50", "2,5/6/2024,78,2.50");

  it("asks for the order of day and month, and takes the answer", () => {
    const open = propose(ambiguous);
    expect(open.questions).toMatchObject([
      {
        code: "dateFormat",
        column: "Datum",
        candidates: ["d/m/yyyy", "m/d/yyyy"],
        option: "--date-format",
        blocking: true,
      },
      { code: "currency" },
    ]);
    expect(open.dateFormats).toEqual({});
    const answered = propose(ambiguous, { dateFormat: "d/m/yyyy", currency: "CHF" });
    expect(answered).toMatchObject({
      questions: [],
      dateFormats: { documentDate: "d/m/yyyy" },
      currency: "CHF",
    });
  });

  it("asks for the decimal sign, and takes the answer", () => {
    const text = lines("Belegnr;Datum;Kundennr;Betrag", "1;31.01.2024;77;1.500", "2;01.02.2024;78;2.250");
    expect(propose(text).questions).toMatchObject([
      { code: "decimal", column: "Betrag", examples: ["1.500", "2.250"] },
      { code: "currency" },
    ]);
    expect(propose(text, { decimal: "," }).numberFormats).toMatchObject({ amount: { decimal: "," } });
  });

  it("asks for the kind when two fit alike", () => {
    const proposal = propose(lines("Artikelnr;Einstandspreis", "A1;1.50", "A2;2.50"));
    expect(proposal.kind === "costOfGoods" || proposal.questions[0]?.code === "kind").toBe(true);
    expect(propose(lines("Artikelnr;Einstandspreis", "A1;1.50", "A2;2.50"), { as: "products" }).kind).toBe(
      "products",
    );
  });

  it("marks number columns without any decimal sign as undecided", () => {
    const proposal = propose(
      lines("Belegnr;Datum;Kundennr;Betrag", "1;31.01.2024;77;15", "2;01.02.2024;78;22"),
    );
    expect(proposal.undecidedNumberFields).toEqual(["amount"]);
  });

  it("says what a named kind lacks", () => {
    const proposal = propose(lines("Kundennr;Betrag", "1;5.50", "2;6.50"), { as: "saleLines" });
    expect(proposal).toMatchObject({ kind: "saleLines", missing: ["documentNumber", "documentDate"] });
    expect(proposal.refusal?.de).toBe("Für «Verkaufszeilen» fehlt Belegnummer und Belegdatum.");
  });

  it("does not take sale lines without a customer column for a product list", () => {
    const proposal = propose(
      lines(
        "Belegnr;Datum;Artikelnr;Bezeichnung;Menge;Betrag",
        "1;31.01.2024;A1;Dübel;3;4.50",
        "2;01.02.2024;A2;Anker;4;5.50",
      ),
    );
    expect(proposal.kind).toBeNull();
    expect(proposal.refusal?.en).toBe('"Sale lines" lacks Customer number.');
  });

  it("refuses a table without id and date in one sentence that names the side notes", () => {
    const proposal = propose(
      lines(
        "Channel;Region;Fresh;Milk;Grocery;;;",
        "2;3;12669;9656;7561;;;",
        "2;3;7057;9810;9568;;;1) FRESH: annual spending on fresh products",
        "1;3;13265;1196;4221;;;",
        "2;3;22615;5410;7198;;;",
      ),
    );
    expect(proposal).toMatchObject({ kind: null, sideNoteColumns: ["column6", "column7", "column8"] });
    expect(proposal.refusal).toEqual({
      de: "Der Datei fehlen eine Kunden- oder Belegnummer und ein Datum: so lässt sich nichts zuordnen; die Spalten 6–8 enthalten nur Randnotizen.",
      en: "The file lacks a customer or document id and a date, so nothing in it can be attributed to anybody; columns 6–8 hold side notes only.",
    });
  });

  it("does not recognise a file of which it knows one column", () => {
    const proposal = propose(lines("ID,frequency,recency,T", "1,2,30.43,38.86", "2,1,1.71,38.86"));
    expect(proposal).toMatchObject({ kind: null, questions: [] });
    expect(proposal.refusal?.en).toContain("1 of 4 columns is known");
  });

  it("leaves sales of a period out of a customer file", () => {
    const proposal = propose(
      lines(
        "Kundennr;Name;PLZ;Ort;Umsatz 2024;Umsatz",
        "1;Muster AG;8000;Zürich;5000;100000",
        "2;Huber;3000;Bern;6000;200000",
      ),
    );
    expect(fieldOf(proposal, "Umsatz 2024")).toMatchObject({ field: null, trap: true });
    expect(fieldOf(proposal, "Umsatz")).toMatchObject({ field: "ownTurnover", trap: true });
  });

  it("does not take due dates for document dates, and warns of gross amounts", () => {
    const proposal = propose(
      lines(
        "Rechnungsnr;Fälligkeitsdatum;Rechnungsdatum;Kundennr;Bruttobetrag",
        "1;31.01.2024;01.01.2024;7;108.10",
        "2;28.02.2024;29.01.2024;8;216.20",
      ),
    );
    expect(proposal.columns).toMatchObject({ documentDate: "Rechnungsdatum", amount: "Bruttobetrag" });
    expect(fieldOf(proposal, "Fälligkeitsdatum")).toMatchObject({ field: null, trap: true });
    expect(fieldOf(proposal, "Bruttobetrag")).toMatchObject({ field: "amount", trap: true });
  });

  it("finds e-mail, phone and VAT id by content where headers say nothing", () => {
    const proposal = propose(
      lines(
        "Kundennr;Name;PLZ;Ort;Feld A;Feld B;Feld C",
        "1;Muster AG;8000;Zürich;a@x.example;+41 44 000 00 00;CHE-900.000.016",
        "2;Huber;3000;Bern;b@y.example;031 000 00 00;CHE-900.000.024",
        "3;Keller;4000;Basel;c@z.example;061 000 00 00;CHE-900.000.032",
      ),
    );
    expect(proposal.columns).toMatchObject({ email: "Feld A", phone: "Feld B", vatId: "Feld C" });
  });
});

describe("saved mappings", () => {
  it("fills the defaults and refuses what it does not know", () => {
    const mapping = mappingSchema.parse({
      kind: "customers",
      columns: { accountKey: "KUNNR", salesArea: ["VKORG", "VTWEG"] },
    });
    expect(mapping).toMatchObject({
      version: 1,
      source: "main",
      currency: null,
      lineNumbers: "identifiesLine",
      formats: { fields: {} },
    });
    expect(mappingSchema.safeParse({ kind: "customers", columns: {}, colums: {} }).success).toBe(false);
    expect(mappingSchema.safeParse({ kind: "customers", columns: {}, currency: "Franken" }).success).toBe(
      false,
    );
  });

  it("are reused for files of the same shape", () => {
    expect(fileShape(["Kundennr ", "NAME"])).toBe(fileShape(["kundennr", "Name"]));
    expect(fileShape(["a", "b"])).not.toBe(fileShape(["b", "a"]));
    expect(fileShape(["a,b"])).not.toBe(fileShape(["a", "b"]));
    expect(fileShape(["a"], "customers")).not.toBe(fileShape(["a"]));
  });
});

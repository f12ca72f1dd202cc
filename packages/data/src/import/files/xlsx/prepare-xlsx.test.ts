import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PrepareOptions, prepareFile } from "../prepare-file.ts";
import { makeZip, type TestWorkbook, workbookParts } from "./workbook-for-tests.ts";

let folder: string;
let workDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-xlsx-"));
  workDir = join(folder, "work");
  await mkdir(workDir);
});
afterEach(() => rm(folder, { recursive: true }));

async function prepareParts(parts: Record<string, string | Buffer>, options: Partial<PrepareOptions> = {}) {
  const path = join(folder, "book.xlsx");
  await writeFile(path, makeZip(parts));
  return prepareFile(path, { workDir, ...options });
}

async function read(workbook: TestWorkbook, options: Partial<PrepareOptions> = {}) {
  const result = await prepareParts(workbookParts(workbook), options);
  if (!result.ok) throw new Error(result.refusal.message.en);
  const { prepared } = result;
  return { prepared, lines: (await readFile(prepared.path, "utf8")).split("\n").slice(0, -1) };
}

/** Every refusal leaves the work directory as it was. */
async function refusalOf(parts: Record<string, string | Buffer>, options: Partial<PrepareOptions> = {}) {
  const result = await prepareParts(parts, options);
  expect(await readdir(workDir)).toEqual([]);
  return result.ok ? "none" : result.refusal.code;
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const header = `<row>${["id", "name", "date"].map(text).join("")}</row>`;

describe("cells", () => {
  it("reads shared, formatted and inline texts, numbers, booleans, errors and stored formula values", async () => {
    const { lines } = await read({
      sharedStrings:
        "<si><t>Müller, &amp; Co</t></si><si><r><t>Zü</t></r><r><t>rich</t></r><rPh><t>x</t></rPh></si>",
      sheets: {
        S: `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>1.10</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>
            <row>${text("say &quot;hi&quot;_x000D_&#10;there")}<c t="str"><f>A1</f><v>made</v></c><c><f>1+1</f><v>2</v></c><c><f>X</f></c><c t="d"><v>2024-01-31</v></c></row>`,
      },
    });
    expect(lines.join("\n")).toBe(
      '"Müller, & Co",Zürich,1.10,true,#N/A\n"say ""hi""\r\nthere",made,2,,2024-01-31',
    );
  });

  it("warns of formulas that were never calculated", async () => {
    const { prepared } = await read({
      sheets: { S: `${header}<row r="2">${text("1")}<c r="B2"><f>A1</f></c></row>` },
    });
    expect(prepared.warnings.map((warning) => warning.code)).toEqual(["formulasWithoutValue"]);
    expect(prepared.warnings[0]?.message.en).toContain("B2");
  });

  it("puts sparse cells into their columns and keeps the number of each row", async () => {
    const rows = `<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c></row>`;
    const { lines, prepared } = await read({ sheets: { S: rows } });
    expect(lines).toEqual(["", ",1,,2", "", "", ",,3,"]);
    expect(prepared).toMatchObject({ place: "row", decimal: "." });
  });

  it("widens the table when a row far below is wider", async () => {
    const narrow = Array.from(
      { length: 3000 },
      (_, index) => `<row><c><v>${index}</v></c><c><v>1</v></c></row>`,
    ).join("");
    const { lines } = await read({ sheets: { S: `${narrow}<row>${"<c><v>7</v></c>".repeat(4)}</row>` } });
    expect(lines).toHaveLength(3001);
    expect(lines[0]).toBe("0,1,,");
    expect(lines[3000]).toBe("7,7,7,7");
  });

  it("copes with prefixed element names", async () => {
    const parts = workbookParts({ sheets: { S: "" } });
    parts["xl/worksheets/sheet0.xml"] =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const result = await prepareParts(parts);
    expect(result.ok && (await readFile(result.prepared.path, "utf8"))).toBe("1,2\n3,4\n");
  });
});

describe("sheets", () => {
  const two = {
    Cover: `<row>${text("Report")}</row>`,
    "Data 2024": `${header}<row>${["1", "A", "x"].map(text).join("")}</row>`,
    More: header + header,
  };

  it("takes the first sheet with data and names the others", async () => {
    const { prepared } = await read({ sheets: two });
    expect(prepared).toMatchObject({ sheets: { read: "Data 2024", others: ["Cover", "More"] } });
    expect(prepared.warnings.map((warning) => warning.code)).toEqual(["otherSheets"]);
  });

  it("says which sheets there are when another is asked for", async () => {
    const result = await prepareParts(workbookParts({ sheets: two }), { sheet: "B" });
    expect(result).toMatchObject({ ok: false, refusal: { code: "sheetMissing" } });
    expect(JSON.stringify(result)).toContain("Cover, Data 2024, More");
  });

  it("takes the sheet that was asked for, however it is capitalised", async () => {
    const { prepared } = await read({ sheets: two }, { sheet: "data 2024 " });
    expect(prepared).toMatchObject({ sheets: { read: "Data 2024" } });
  });

  it("finds the header below title rows", async () => {
    const row = `<row>${["1", "Müller", "2024-01-31"].map(text).join("")}</row>`;
    const { prepared } = await read({
      sheets: { S: `<row>${text("Liste; 2024")}</row><row/>${header}${row}${row}` },
    });
    expect(prepared).toMatchObject({
      dialect: { skipRows: 2, columns: ["id", "name", "date"] },
      dataRecords: 2,
    });
  });

  it("refuses a sheet with a header only, an empty one, and one with a cell far to the right", async () => {
    expect(await refusalOf(workbookParts({ sheets: { S: header } }))).toBe("headerOnly");
    expect(await refusalOf(workbookParts({ sheets: { S: "" } }))).toBe("emptyFile");
    const far = `${header}<row r="2"><c r="XFD2"><v>1</v></c></row>`;
    expect(await refusalOf(workbookParts({ sheets: { S: far } }))).toBe("sheetTooWide");
  });
});

describe("hostile workbooks", () => {
  const rows = header + header;
  const zeros = (bytes: number) => Buffer.alloc(bytes, 48);

  it("does not expand entities", async () => {
    const parts = workbookParts({ sheets: { S: rows } });
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(
      await refusalOf({ ...parts, "xl/sharedStrings.xml": `${bomb}<sst><si><t>&b;</t></si></sst>` }),
    ).toBe("sheetUnsafe");
    expect(await refusalOf({ ...parts, "xl/sharedStrings.xml": "<sst><si><t>&b;</t></si></sst>" })).toBe(
      "sheetDamaged",
    );
  });

  it("stops at a part that unpacks out of proportion, admitted or not", async () => {
    const parts = workbookParts({ sheets: { S: rows } });
    const limits = { ratioFromBytes: 1_000_000, maxUnpackRatio: 100 };
    // 3 MB of one character pack to about 3 kB, a thousandth.
    expect(await refusalOf({ ...parts, "xl/worksheets/sheet0.xml": zeros(3_000_000) }, { limits })).toBe(
      "zipBomb",
    );
    const path = join(folder, "lying.xlsx");
    const zip = makeZip({ ...parts, "xl/worksheets/sheet0.xml": zeros(3_000_000) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(3_000_000);
    for (let at = zip.indexOf(size); at >= 0; at = zip.indexOf(size, at + 1)) zip.writeUInt32LE(1000, at);
    await writeFile(path, zip);
    const result = await prepareFile(path, { workDir, limits });
    expect(result.ok ? "none" : result.refusal.code).toBe("sheetDamaged");
    expect(await readdir(workDir)).toEqual([]);
  });

  it("stops at too much in total, too many parts, too much text and a text without end", async () => {
    const parts = workbookParts({ sheets: { S: rows }, sharedStrings: "<si><t>abc</t></si>".repeat(100) });
    expect(await refusalOf(parts, { limits: { maxUnpackedBytes: 500 } })).toBe("zipBomb");
    expect(await refusalOf(parts, { limits: { maxZipEntries: 3 } })).toBe("zipBomb");
    expect(await refusalOf(parts, { limits: { maxSharedTextChars: 100 } })).toBe("sheetTexts");
    const endless = Buffer.concat([Buffer.from("<sst><si><t>"), zeros(20_000_000)]);
    expect(await refusalOf({ ...parts, "xl/sharedStrings.xml": endless })).toBe("sheetUnsafe");
  });

  it("refuses names that lead out of the archive, and row numbers beyond a sheet", async () => {
    const parts = workbookParts({ sheets: { S: rows } });
    expect(await refusalOf({ ...parts, "../evil.xml": "x" })).toBe("sheetUnsafe");
    expect(await refusalOf({ ...parts, "/etc/evil.xml": "x" })).toBe("sheetUnsafe");
    const far = workbookParts({ sheets: { S: `${header}<row r="999999999999"><c><v>1</v></c></row>` } });
    expect(await refusalOf(far)).toBe("sheetDamaged");
  });

  it("refuses what is cut off or broken", async () => {
    const parts = workbookParts({ sheets: { S: rows } });
    expect(await refusalOf({ ...parts, "xl/worksheets/sheet0.xml": "<worksheet><sheetData><row>" })).toBe(
      "sheetDamaged",
    );
    expect(await refusalOf({ ...parts, "xl/workbook.xml": "<workbook/>" })).toBe("sheetDamaged");
    const { "xl/workbook.xml": _, ...without } = parts;
    expect(await refusalOf(without)).toBe("sheetDamaged");
  });

  it("says what to do with other formats in the same container", async () => {
    expect(await refusalOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" })).toBe(
      "binaryExcel",
    );
    expect(await refusalOf({ mimetype: "x", "content.xml": "<x/>", "META-INF/manifest.xml": "<x/>" })).toBe(
      "openDocument",
    );
    expect(await refusalOf({ "customers.csv": "a;b\n1;2\n" })).toBe("archive");
  });
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { counts, currentLines, type ImportDesk, importDesk } from "../import-desk.ts";

let desk: ImportDesk;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

const lines = (days: readonly string[], amount = "10.00") =>
  `Invoice,Date,Customer No,Amount\n${days.map((day, index) => `R${index},${day},K1,${amount}\n`).join("")}`;
const datesOf = async () =>
  (
    await desk.rows<{ day: string }>(
      "SELECT DISTINCT document_date::VARCHAR AS day FROM sale_line_current ORDER BY 1",
    )
  ).map((row) => row.day);

describe("a date that can be read two ways", () => {
  it("is asked, with the option that answers it; nothing is imported meanwhile", async () => {
    const { batches, questions } = await desk.ask("r.csv", lines(["3/4/2024", "5/6/2024"]));
    expect(batches[0]).toMatchObject({
      status: "refused",
      batchId: null,
      problems: [{ rule: "questionOpen" }],
    });
    expect(questions).toMatchObject([
      { code: "dateFormat", file: "r.csv", column: "Date", candidates: ["d/m/yyyy", "m/d/yyyy"] },
    ]);
    expect(questions[0]!.option).toContain("--date-format");
    expect(await currentLines(desk)).toEqual([]);
  });

  it("is read as answered", async () => {
    await desk.take("r.csv", lines(["3/4/2024"]), { dateFormat: "d/m/yyyy" });
    expect(await datesOf()).toEqual(["2024-04-03"]);
    await desk.take("r.csv", lines(["3/4/2024"]), { dateFormat: "m/d/yyyy" });
    expect(await datesOf()).toEqual(["2024-03-04"]);
  });

  it("is settled by one day above twelve anywhere in the file", async () => {
    const days = [...Array.from({ length: 5000 }, (_, index) => `${(index % 12) + 1}/4/2024`), "13/4/2024"];
    const batch = await desk.take("r.csv", lines(days));
    expect(batch.status).toBe("applied");
    expect(batch.derived.dateFormats).toEqual({ documentDate: "d/m/yyyy" });
  });

  it("is not read as a format that does not exist", async () => {
    const batch = await desk.take("r.csv", lines(["3/4/2024"]), { dateFormat: "jj/mm/tt" });
    expect(batch).toMatchObject({ status: "refused", problems: [{ rule: "dateFormatUnknown" }] });
    expect(batch.problems[0]!.message).toContain("d/m/yyyy");
  });
});

describe("a number that can be read two ways", () => {
  it("is asked, and read as answered", async () => {
    const file = lines(["2024-04-03"], `"1,234"`);
    const { questions } = await desk.ask("r.csv", file);
    expect(questions).toMatchObject([{ code: "decimal", candidates: [".", ","] }]);
    await desk.take("r.csv", file, { decimal: "," });
    expect(await desk.rows("SELECT amount_cents FROM sale_line_current")).toEqual([{ amount_cents: 123 }]);
    await desk.take("r.csv", file, { decimal: "." });
    expect(await desk.rows("SELECT amount_cents FROM sale_line_current")).toEqual([
      { amount_cents: 123_400 },
    ]);
  });

  it("is asked also when it comes late, after whole numbers only", async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `R${index},2024-04-03,K1,5\n`).join("");
    const { batches, questions } = await desk.ask(
      "r.csv",
      `Invoice,Date,Customer No,Amount\n${rows}RX,2024-04-03,K1,"1,234"\n`,
    );
    expect(batches[0]!.status).toBe("refused");
    expect(questions).toMatchObject([{ code: "decimal", examples: ["1,234"] }]);
  });
});

describe("a mapping that a person corrected", () => {
  const file =
    "Invoice,Date,Customer No,Gross,Net\nR1,2024-04-03,K1,12.00,10.00\nR2,2024-04-03,K1,24.00,20.00\n";
  const mapping = {
    documentNumber: "Invoice",
    documentDate: "Date",
    accountKey: "Customer No",
    amount: "Net",
  };
  const amounts = async () =>
    (
      await desk.rows<{ amount_cents: number }>(
        "SELECT amount_cents FROM sale_line_current ORDER BY document_number",
      )
    ).map((each) => each.amount_cents);

  it("holds for this file, and for later files of the same shape without asking", async () => {
    await desk.take("april.csv", file, { as: "saleLines" }, { mapping: { ...mapping, amount: "Gross" } });
    expect(await amounts()).toEqual([1200, 2400]);
    await desk.take("mai.csv", file.replaceAll("R1,", "R3,").replaceAll("R2,", "R4,"));
    expect(await amounts()).toEqual([1200, 2400, 1200, 2400]);
    // The latest correction counts.
    await desk.take("april.csv", file, { as: "saleLines" }, { mapping });
    await desk.take("juni.csv", file.replaceAll("R1,", "R5,").replaceAll("R2,", "R6,"));
    expect(await amounts()).toEqual([1000, 2000, 1200, 2400, 1000, 2000]);
  });

  it("is kept with the date format that was answered", async () => {
    const text = (number: string) =>
      `Invoice,Date,Customer No,Gross,Net\n${number},3/4/2024,K1,12.00,10.00\n`;
    await desk.take("1.csv", text("R1"), { as: "saleLines", dateFormat: "d/m/yyyy" }, { mapping });
    const { batches, questions } = await desk.ask("2.csv", text("R2"));
    expect(questions).toEqual([]);
    expect(batches[0]!.status).toBe("applied");
    expect(await datesOf()).toEqual(["2024-04-03"]);
  });

  it("leaves out what it leaves out", async () => {
    const { amount: _amount, ...rest } = mapping;
    await desk.take(
      "1.csv",
      file,
      { as: "saleLines" },
      { mapping: { ...mapping, accountKey: "Customer No", productCode: null } },
    );
    expect(await desk.rows("SELECT DISTINCT product_code FROM sale_line_current")).toEqual([
      { product_code: null },
    ]);
    const refused = await desk.take("2.csv", file, { as: "saleLines" }, { mapping: rest });
    expect(refused.status).toBe("refused");
  });

  it("that names a column or a field that does not exist is refused with its name", async () => {
    const column = await desk.take(
      "r.csv",
      file,
      { as: "saleLines" },
      { mapping: { ...mapping, amount: "Nett'o" } },
    );
    expect(column).toMatchObject({ status: "refused" });
    expect(column.problems[0]!.message).toContain("Nett'o");
    const field = await desk.take(
      "r.csv",
      file,
      { as: "saleLines" },
      { mapping: { ...mapping, margin: "Gross" } },
    );
    expect(field).toMatchObject({ status: "refused" });
    expect(field.problems[0]!.message).toContain("margin");
    expect(await currentLines(desk)).toEqual([]);
  });

  it("of a dry run is not saved", async () => {
    const twisted = { mapping: { ...mapping, productName: "Gross" } };
    await desk.take("r.csv", file, { as: "saleLines", dryRun: true }, twisted);
    await desk.take("r.csv", file, { as: "saleLines" });
    const names = await desk.rows("SELECT DISTINCT product_name FROM sale_line_current");
    expect(names).toEqual([{ product_name: null }]);
  });

  it("that says its line numbers are counted anew compares documents as a whole", async () => {
    const path = await desk.file(
      "mapping.json",
      JSON.stringify({
        kind: "saleLines",
        lineNumbers: "orderOnly",
        columns: { ...mapping, lineNumber: "Pos" },
      }),
    );
    const text = (rows: string) => `Invoice,Pos,Date,Customer No,Net\n${rows}`;
    const request = { mappingFile: path };
    await desk.take("1.csv", text("R1,1,2024-04-03,K1,1.00\nR1,2,2024-04-03,K1,2.00\n"), {}, request);
    // The first line was deleted in the system, so the second is now number 1: nothing new.
    const batch = await desk.take("2.csv", text("R1,1,2024-04-03,K1,2.00\n"), {}, request);
    expect(counts(batch)).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it("can come as a file; a broken one is refused with its path", async () => {
    const path = join(desk.folder, "mapping.json");
    await writeFile(path, JSON.stringify({ kind: "saleLines", columns: { ...mapping, amount: "Gross" } }));
    const batch = await desk.take("r.csv", file, {}, { mappingFile: path });
    expect(counts(batch)).toEqual([2, 2, 0, 0, 0, 0]);
    expect(await amounts()).toEqual([1200, 2400]);
    await writeFile(path, "{ kaputt");
    expect((await desk.take("r.csv", file, {}, { mappingFile: path })).problems[0]!.message).toContain(
      "mapping.json",
    );
  });
});

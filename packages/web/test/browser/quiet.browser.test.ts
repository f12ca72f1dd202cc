import { describe, expect, inject, it } from "vitest";
import { download, sentence } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

interface Quiet {
  readonly total: number;
  readonly rows: readonly {
    readonly name: string;
    readonly accountKey: string;
    readonly atStakeCents: number | null;
  }[];
}

describe("A generalist who calls whoever went quiet", () => {
  const visit = useBrowser();
  const address = inject("filledApp");
  const list = `${address}/company/quiet`;
  const report = async (query = "") =>
    (await (await fetch(`${address}/api/reports/quiet?space=company&limit=100${query}`)).json()) as Quiet;

  it("has one row a customer, dearest first, with phone, last order and rhythm", async () => {
    const { total, rows } = await report();
    const page = await visit(list);
    expect(await sentence(page).innerText()).toMatch(new RegExp(`^${total} customers are quiet`));
    const table = page.getByRole("table", { name: "Quiet beyond their rhythm" });
    const names = await table.getByRole("row").getByRole("link").allInnerTexts();
    expect(names.filter((name) => rows.some((row) => row.name === name)).slice(0, 10)).toEqual(
      rows.slice(0, 10).map((row) => row.name),
    );
    const first = table.getByRole("row").nth(1);
    expect(await first.innerText()).toMatch(/\d+ days ago/);
    expect(await first.locator("a[href^='tel:']").getAttribute("href")).toMatch(/^tel:\+?\d{9,}$/);
    expect(await first.getByRole("img").getAttribute("aria-label")).toMatch(/purchases; usually every/);
  });

  it("keeps a note when the field is left, and takes it back on Undo", async () => {
    const name = (await report()).rows[0]?.name ?? "";
    const page = await visit(list);
    const note = page.getByRole("textbox", { name: `Note on ${name}` });
    await note.fill("Calls back on Thursday");
    await note.blur();
    await page.getByText(`Note on ${name} saved`).waitFor();
    await page.reload();
    expect(await note.inputValue()).toBe("Calls back on Thursday");

    await note.fill("Calls back on Friday");
    await note.blur();
    const message = page.getByRole("alert").filter({ hasText: `Note on ${name} saved` });
    await message.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => note.inputValue()).toBe("Calls back on Thursday");
    await settled(page);
    await page.reload();
    expect(await note.inputValue()).toBe("Calls back on Thursday");
    await note.fill("");
    await note.blur();
    await page.getByText(`Note on ${name} saved`).waitFor();
  });

  it("narrows the list, and the address keeps what was chosen", async () => {
    const { total } = await report("&states=slowing");
    const page = await visit(`${list}?states=slowing`);
    expect(await sentence(page).innerText()).toContain(`${total} customers`);
    const name = (await report("&states=slowing")).rows[0]?.name ?? "";
    await page.getByRole("textbox", { name: "Name, account or city" }).fill(name);
    await expect.poll(() => sentence(page).innerText()).not.toContain(`${total} customers`);
    expect(new URL(page.url()).searchParams.get("q")).toBe(name);
    await page.getByRole("link", { name }).waitFor();
  });

  it("takes the list along as a real Excel file", async () => {
    const { total, rows } = await report();
    const page = await visit(list);
    const file = await download(page, page.getByRole("link", { name: "Excel" }));
    expect(file.name).toMatch(/\.xlsx$/);
    // Our own import reads it as it reads any workbook.
    const uploaded = (await (
      await fetch(`${address}/api/uploads?space=company&name=list.xlsx`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: new Uint8Array(file.content),
      })
    ).json()) as { ref: string };
    const read = (await (
      await fetch(`${address}/api/import/inspect?space=company`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ files: [{ ref: uploaded.ref, as: "customers" }] }),
      })
    ).json()) as {
      files: { dialect: { format: string }; mapping: { column: string; sample: string[] }[] }[];
    };
    expect(read.files[0]?.dialect.format).toBe("xlsx");
    const columns = read.files[0]?.mapping ?? [];
    const samples = columns.flatMap((column) => column.sample);
    expect(samples).toContain(rows[0]?.name);
    expect(samples).toContain(rows[0]?.accountKey);
    expect(total).toBeGreaterThan(0);
  });

  it("prints the list without menus and buttons", async () => {
    const page = await visit(list);
    await page.emulateMedia({ media: "print" });
    for (const menu of await page.getByRole("navigation").all()) expect(await menu.isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
    expect(await page.getByRole("table", { name: "Quiet beyond their rhythm" }).isVisible()).toBe(true);
  });

  it("reads it as cards on the phone and calls with a tap", async () => {
    const page = await visit(list, { device: "phone" });
    const card = page.getByRole("listitem").filter({ has: page.locator("a[href^='tel:']") });
    const target = await card.first().locator("a[href^='tel:']").boundingBox();
    expect(target?.height).toBeGreaterThanOrEqual(44);
    await page.getByRole("navigation", { name: "Main pages" }).waitFor();
  });
});

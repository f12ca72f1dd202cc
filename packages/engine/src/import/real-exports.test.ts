import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parseRecords } from "./csv-records.ts";
import { detectDialect } from "./dialect.ts";
import { proposeMapping } from "./mapping.ts";
import { decodeText } from "./text-encoding.ts";

const data = process.env.KLEINOD_TEST_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const sampleBytes = 262_144;

/** The start of a file. A cut gzip stream unpacks up to the cut. */
function startOf(path: string): { bytes: Uint8Array; isWholeFile: boolean } {
  if (!path.endsWith(".gz") && statSync(path).size <= sampleBytes)
    return { bytes: readFileSync(path), isWholeFile: true };
  const packed = Buffer.alloc(sampleBytes);
  const file = openSync(path, "r");
  const length = readSync(file, packed, 0, sampleBytes, 0);
  closeSync(file);
  const start = packed.subarray(0, length);
  if (!path.endsWith(".gz")) return { bytes: start, isWholeFile: false };
  return { bytes: gunzipSync(start, { finishFlush: 2 }).subarray(0, sampleBytes), isWholeFile: false };
}

const cases: readonly [string, string | null, Record<string, string>][] = [
  ["online-retail/online_retail_II.csv.gz", "saleLines", { accountKey: "Customer ID", unitPrice: "Price" }],
  [
    "b2b/adventureworks-resellers/FactResellerSales.csv.gz",
    "saleLines",
    { costAmount: "TotalProductCost", unitCost: "StandardCost" },
  ],
  [
    "b2b/adventureworks-resellers/Resellers.csv",
    "customers",
    { accountKey: "ResellerKey", country: "Country_Region" },
  ],
  [
    "b2b/adventureworks-resellers/Product.csv",
    "products",
    { productCode: "ProductKey", unitCost: "StandardCost" },
  ],
  ["b2b/adventureworks-resellers/ResellerSalesTargets.csv", null, {}],
  ["b2b/maven-crm/accounts.csv", "customers", { accountKey: "account", ownTurnover: "revenue" }],
  ["b2b/maven-crm/products.csv", "products", { productCode: "product", listPrice: "sales_price" }],
  ["b2b/maven-crm/sales_teams.csv", null, {}],
  ["b2b/maven-crm/data_dictionary.csv", null, {}],
  ["wholesale-customers/wholesale_customers.csv", null, {}],
  ["wholesale-customers/messy_semicolon_sidenotes.csv", null, {}],
  ["wholesale-customers/messy_comma_latin1_nbsp_sidenotes.csv", null, {}],
];

describe("real exports (skipped where the files are absent)", () => {
  for (const [name, kind, columns] of cases) {
    const path = join(data, name);
    it.skipIf(!existsSync(path))(`${name}: ${kind ?? "refused"}`, () => {
      const { bytes, isWholeFile } = startOf(path);
      const result = detectDialect(bytes, { isWholeFile });
      if (!result.ok) throw new RangeError(result.refusal.message.en);
      const text = decodeText(bytes, result.dialect.encoding);
      const sampleRows = parseRecords(text, result.dialect, 300).map((record) => record.cells);
      const proposal = proposeMapping({ columns: result.dialect.columns, sampleRows, fileName: name });
      expect(proposal.kind).toBe(kind);
      expect(proposal.columns).toMatchObject(columns);
      if (kind === null) expect(proposal.refusal?.en).toMatch(/lacks|known/);
      if (name.includes("messy"))
        expect(proposal.refusal?.en).toMatch(/id and a date.*columns 9–1[28] hold side notes/);
    });
  }
});

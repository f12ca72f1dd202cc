import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import { demandRules } from "@kleinod/engine/measures/triangle/demand-rules.ts";
import { addresseeLabels, channelLabels, cornerLabels } from "@kleinod/engine/measures/triangle/labels.ts";
import { endRelation, meansLibrary } from "@kleinod/engine/measures/triangle/means-library.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { openTestApp, type TestApp } from "@kleinod/server/testing/test-app.ts";
import { generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
interface Forbidden {
  readonly word: string;
  readonly pattern: string;
}
const forbidden = (
  JSON.parse(readFileSync(join(root, "scripts/checks/forbidden-words.json"), "utf8")) as Forbidden[]
).map(({ word, pattern }) => ({ word, pattern: new RegExp(pattern, "iu") }));

/** Words of the list that occur; names of generated customers are trades and surnames, so nothing is excused. */
const found = (text: string) => forbidden.filter(({ pattern }) => pattern.test(text)).map(({ word }) => word);

let app: TestApp;
let exports: string;
beforeAll(async () => {
  exports = await mkdtemp(join(tmpdir(), "kleinod-respect-"));
  const { files } = await generateCompany({
    company: "alpfix",
    out: exports,
    customers: 250,
    years: 1,
    asOf: "2026-03-20",
  });
  app = await openTestApp();
  await app.job("POST", "/api/import", { files: files.map(({ path }) => ({ ref: path })), options: {} });
}, 180_000);
afterAll(async () => {
  await app.close();
  await rm(exports, { recursive: true, force: true });
});

describe("AT4.5: no label, report or export speaks of customers without respect", () => {
  it("knows every word that domain.md forbids", () => {
    const said = [
      "Diese Kunden sind unrentabel",
      "Karteileichen",
      "Kleinvieh",
      "ein D-Kunde",
      "lästige Anfragen",
      "Störenfriede",
      "fire these customers",
      "bottom feeders",
      "tail-end accounts",
      "red customer",
      "roter Kunde",
      "unprofitable customers",
    ];
    expect(said.filter((text) => found(text).length === 0)).toEqual([]);
    expect(found("fire protection, Brandschutz, roter Faden, Beitrag heute negativ bei Vollkosten")).toEqual(
      [],
    );
  });

  it("in every report of the API", async () => {
    const { paths } = await app.json<{ paths: Record<string, { get?: { parameters?: Parameter[] } }> }>(
      "GET",
      "/api/openapi.json",
    );
    const reports = Object.entries(paths)
      .filter(([path, { get }]) => /^\/api\/reports\/[a-z/-]+$/.test(path) && get !== undefined)
      .filter(([, { get }]) => !get?.parameters?.some(({ required }) => required));
    expect(reports.length).toBeGreaterThan(7);
    for (const [path] of reports) {
      const response = await app.ask("GET", path);
      expect([path, response.status]).toEqual([path, 200]);
      expect([path, found(await response.text())]).toEqual([path, []]);
    }
  }, 120_000);

  it("in the curve on every basis and in the export of customers in both languages", async () => {
    for (const basis of ["sales", "contribution1", "full", "avoidable"])
      expect(found(await (await app.ask("GET", `/api/reports/economics?basis=${basis}`)).text())).toEqual([]);
    for (const language of ["de", "en"]) {
      const response = await app.ask("GET", `/api/customers/export?format=csv&lang=${language}`);
      expect(response.status).toBe(200);
      expect(found(await response.text())).toEqual([]);
    }
  }, 120_000);

  it("in columns, parameters, case types, means and addressees", () => {
    const registries = {
      columns: customerColumns,
      parameters: parameterSpecs.map(({ label, description, default: value }) => ({
        label,
        description,
        value,
      })),
      rules: demandRules.map(({ label }) => label),
      means: [...meansLibrary, endRelation].map(({ label, description }) => ({ label, description })),
      labels: { addresseeLabels, channelLabels, cornerLabels },
    };
    for (const [name, registry] of Object.entries(registries))
      expect([name, found(JSON.stringify(registry))]).toEqual([name, []]);
  });

  it("in the texts of the web app", () => {
    const texts = sources("packages/web/src/i18n");
    expect(texts.length).toBeGreaterThan(4);
    for (const { file, text } of texts) expect([file, found(text)]).toEqual([file, []]);
  });

  it("marks no customer red: no colour of the app is one, and none is asked for by name", () => {
    const theme = readFileSync(join(root, "packages/web/src/ui/theme.css"), "utf8");
    const tokens = [...theme.matchAll(/--k-([\w-]+):\s*#([0-9a-f]{6})/gi)];
    expect(tokens.length).toBeGreaterThan(10);
    expect(tokens.filter(([, , hex]) => isRed(hex!)).map(([token]) => token)).toEqual([]);
    const named = sources("packages/web/src").filter(({ text }) =>
      /color[=:]\s*\{?\s*["'](red|pink|tomato|crimson)|mantine-color-(red|pink)/.test(text),
    );
    expect(named.map(({ file }) => file)).toEqual([]);
  });
});

interface Parameter {
  readonly required?: boolean;
}

function sources(folder: string): { file: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|css)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, folder, file), "utf8") }));
}

/** Hue within 20 degrees of red, and colourful enough to be seen as such. */
function isRed(hex: string): boolean {
  const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  if (most !== r || spread < 60) return false;
  return Math.abs((60 * (g - b)) / spread) < 20;
}

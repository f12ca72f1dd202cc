import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { companyApi } from "./support/company-api.ts";
import { faultsOf, noFaults } from "./support/faults-of.ts";
import { rowsOf, sentence } from "./support/page-parts.ts";
import { settled, useBrowser } from "./support/use-browser.ts";

const address = inject("filledApp");
const path = `${address}/company/forecast`;
const count = (value: number) => Math.round(value).toLocaleString("en-GB");

describe("A head of small customers who asks what comes", () => {
  const visit = useBrowser();
  let report: Forecast;

  beforeAll(async () => {
    report = await companyApi(address).get<Forecast>("/reports/forecast");
  });

  const holdout = () => {
    if (report.holdout === null) throw new Error("This company has no hold-out");
    return report.holdout;
  };
  const chosen = () => {
    const found = holdout().forecasters.find(({ isChosen }) => isChosen);
    if (found === undefined) throw new Error("No forecaster was chosen");
    return found;
  };

  it("reads what is expected and how far off that would have been, in the numbers of the API", async () => {
    const page = await visit(path);
    const said = await sentence(page).innerText();
    expect(said).toContain(`${count(report.next12?.orders.expected ?? 0)} purchases`);
    const bias = chosen().biasRatio ?? 0;
    const percent = Math.abs(bias * 100).toFixed(Math.abs(bias) < 0.0995 ? 1 : 0);
    expect(said).toContain(`last ${holdout().months} months`);
    expect(said).toMatch(new RegExp(`${percent.replace(/\.0$/, "")}% too ${bias < 0 ? "few" : "many"}`));

    await page.getByRole("button", { name: /^Checked on/ }).click();
    const parts = page.getByRole("dialog", { name: /^Checked on/ });
    expect(await parts.innerText()).toContain(count(chosen().predictedOrders));
    expect(await parts.innerText()).toContain(count(holdout().actualOrders));
  });

  it("sees the past against the expectation, as a picture and as a table; the address keeps what is shown", async () => {
    const page = await visit(path);
    const figure = page.getByRole("figure", { name: "Would the forecast have been right?" });
    await figure.getByText("Added up").click();
    await page.waitForURL(/view=cumulative/);
    await page.reload();
    await settled(page);
    expect(await figure.getByRole("radio", { name: "Added up" }).isChecked()).toBe(true);

    await figure.getByRole("button", { name: "Show as table" }).click();
    const months = await rowsOf(figure.getByRole("table"));
    expect(months.map((row) => row.slice(2, 4))).toEqual(
      report.tracking.map((month) => [count(month.actualOrders), count(month.expectedOrders)]),
    );
    expect(months.filter((row) => row[1] === "checked")).toHaveLength(holdout().months);
  });

  it("shows the controller every forecaster, best first, benchmarks as such, and how it was chosen", async () => {
    const page = await visit(path);
    const rows = await rowsOf(page.getByRole("table", { name: /^Who would have forecast/ }));
    const { forecasters } = holdout();
    expect(rows.map(([name]) => name?.split("\n")[0])).toEqual(forecasters.map(({ plain }) => plain.en));
    for (const [index, forecaster] of forecasters.entries()) {
      expect(rows[index]?.[0]).toMatch(forecaster.isBenchmark ? /^Benchmark: / : /^(?!Benchmark)/);
      expect(rows[index]?.[3]).toBe(forecaster.rmse.toFixed(2));
    }
    await page.getByText(/^How it was chosen/).click();
    await page.getByText(report.model?.label.en ?? "", { exact: true }).waitFor();
    const parameters = await rowsOf(page.getByRole("table", { name: "Parameters" }));
    expect(parameters.map(([code]) => code)).toEqual(report.model?.parameters.map(({ code }) => code));
    await page.getByText(report.model?.reasonText.en ?? "", { exact: true }).waitFor();
  });

  it("comes from a figure that is expected to how good that is", async () => {
    const page = await visit(path);
    await page.getByRole("button", { name: /^Expected purchases/ }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText("Formula").first().waitFor();
    await drawer.getByText("In these data").waitFor();
    await drawer.getByRole("link", { name: "Forecast and how good it is" }).waitFor();
  });

  it.each(["laptop", "phone"] as const)(
    "axe finds nothing on a %s and nothing sticks out",
    async (device) => {
      const page = await visit(path, { device });
      await page.getByText(/^How it was chosen/).click();
      // What lies half below the bar at the top would count as too small to hit.
      await page.evaluate("window.scrollTo(0, 0)");
      expect(await faultsOf(page)).toEqual(noFaults);
    },
  );
});

import { cpus, totalmem } from "node:os";
import { figure, type Measurement, verdict } from "./measurement.ts";

const header = ["Bench", "Work", "Measured", "Budget", "Met", "Note"] as const;

/** The machine in one line, without its name: "2 × Intel Xeon, 24 GB memory, linux x64, Node 20.20.2". */
export function machineDescription(): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const model = processors[0]?.model.trim() ?? "unknown processor";
  return `${processors.length} × ${model}, ${gigabytes} GB memory, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

/** One table row: bench, work, measured, budget, met, note. */
export function tableRow(bench: string, measurement: Measurement): string[] {
  const { name, value, unit, budget, note = "" } = measurement;
  const limit = budget === undefined ? "" : `${unit.includes("/") ? "≥" : "≤"} ${figure(budget)} ${unit}`;
  return [bench, name, `${figure(value)} ${unit}`, limit, verdict(measurement), note];
}

/** Rows of the table in an earlier page, so that measuring one bench keeps the others' results. */
export function rowsOf(page: string): string[][] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith(`| ${header[0]} |`) && !/^\| -/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll("\\|", "|")),
    );
}

/** The page `docs/performance.md`. */
export function performancePage(machine: string, rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return `# Performance

Written by \`npm run bench -- --write\`; the budgets are those of the design. Each bench runs in a process of its own.

Machine: ${machine}.

${line(header)}
${line(header.map(() => "---"))}
${rows.map(line).join("\n")}
`;
}

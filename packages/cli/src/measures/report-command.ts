import type { Command } from "commander";
import type { Client } from "../api/client.ts";
import { asCommand, type CommonOptions } from "../command.ts";
import { day } from "../commands/init.ts";

export interface ReportOptions extends CommonOptions {
  readonly asOf?: string;
}

/** Makes one command below `kleinod report`; all of them take the day that counts. */
export type ReportCommand = (name: string, description: string, example: string) => Command;

export const reportCommandOf =
  (report: Command): ReportCommand =>
  (name, description, example) =>
    asCommand(report.command(name).description(description), example).option(
      "--as-of <day>",
      "last day that counts, yyyy-mm-dd (default: the latest document)",
      day,
    );

export const asOfQuery = ({ asOf }: ReportOptions) => (asOf === undefined ? {} : { asOf });

/** What a command line gave, without what it left out: the query of a request. */
export function givenQuery(
  options: Readonly<Record<string, string | number | undefined>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Measures what is not measured yet, with progress and a way to cancel; a report alone could do neither. */
export async function measureFirst(client: Client, asOf?: string): Promise<void> {
  const status = await client.call<{ measured: boolean; hasData: boolean }>("GET", "/status");
  if (asOf === undefined && (status.measured || !status.hasData)) return;
  await client.runJob("POST", "/measure", { body: asOf === undefined ? {} : { asOf } });
}

import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { type Command, Option } from "commander";
import { action, asCommand, type Session, show, withClient } from "../command.ts";
import { type CustomersOptions, customerQuery, withCustomerOptions } from "./report.ts";
import { measureFirst } from "./report-command.ts";

interface ExportOptions extends CustomersOptions {
  readonly format: "csv" | "xlsx" | "parquet";
  readonly out: string;
}

export function addExport(program: Command, session: Session): void {
  const parent = asCommand(
    program.command("export").description("Write a table as a file"),
    "kleinod export customers --format xlsx --out customers.xlsx",
  );
  withCustomerOptions(
    asCommand(
      parent.command("customers").description("Write the customer table, filtered as in report customers"),
      "kleinod export customers --format csv --filter 'sizeClass=small' --out small.csv",
    ),
  )
    .addOption(
      new Option("--format <format>", "kind of file")
        .choices(["csv", "xlsx", "parquet"])
        .makeOptionMandatory(),
    )
    .requiredOption("--out <file>", "file to write; replaced when it exists")
    .action(
      action<ExportOptions>(session, async (options, _args, io) => {
        const out = resolve(options.out);
        await withClient(options, io, async (client) => {
          await measureFirst(client);
          const query = {
            format: options.format,
            lang: io.language,
            query: JSON.stringify(customerQuery(options)),
          };
          await save(await client.answer("GET", "/customers/export", { query }), out);
        });
        show(options, io, { out, format: options.format }, () =>
          io.text({ de: `Geschrieben: ${out}`, en: `Written: ${out}` }),
        );
        return 0;
      }),
    );
}

/** Written beside and renamed: what stands under the name is always a whole file. */
async function save(response: Response, out: string): Promise<void> {
  if (response.body === null) throw new Error("The export came without a body.");
  const partial = `${out}.part`;
  try {
    await pipeline(Readable.fromWeb(response.body as NodeReadableStream), createWriteStream(partial));
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

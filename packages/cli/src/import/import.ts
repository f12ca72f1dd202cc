import { resolve } from "node:path";
import { importKindCodes } from "@kleinod/engine/import/kind-codes.ts";
import type { BatchResult, ImportKindCode, ImportResult } from "@kleinod/engine/import/result.ts";
import { template } from "@kleinod/engine/import/templates.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import {
  action,
  asCommand,
  type CommonOptions,
  type ExitCode,
  type Session,
  show,
  UsageError,
  withClient,
} from "../command.ts";
import type { Io } from "../output/io.ts";
import { batchesText } from "./batches-text.ts";
import { importText } from "./import-text.ts";
import { templateText } from "./template-text.ts";

interface ImportOptions extends CommonOptions {
  readonly as?: ImportKindCode;
  readonly mapping?: string;
  readonly full?: boolean;
  readonly delta?: boolean;
  readonly dryRun?: boolean;
  readonly allOrNothing?: boolean;
  readonly source?: string;
  readonly dateFormat?: string;
  readonly decimal?: "." | ",";
  readonly currency?: string;
  readonly template?: ImportKindCode;
  /** False with --no-measure. */
  readonly measure: boolean;
}

export function addImport(program: Command, session: Session): void {
  const command = asCommand(
    program
      .command("import")
      .description(
        "Import export files of an ERP, CRM or shop: CSV, Excel, Parquet, also packed; files or folders",
      )
      .argument("[paths...]", "files, or folders without their subfolders")
      .addOption(
        new Option("--as <kind>", "what the files hold, where it is not recognised").choices(importKindCodes),
      )
      .option("--mapping <file>", "mapping of columns to fields as JSON")
      .option("--full", "the files are complete: customers that they do not hold count as vanished")
      .addOption(new Option("--delta", "the files are extracts (default)").conflicts("full"))
      .option("--dry-run", "show what would change, apply nothing")
      .option("--all-or-nothing", "apply a file only when no row is rejected")
      .option("--source <name>", "system that the files come from (default main)")
      .option("--date-format <format>", "where dates are ambiguous, e.g. d/m/yyyy")
      .addOption(new Option("--decimal <sign>", "decimal sign, where it is ambiguous").choices([".", ","]))
      .option("--currency <code>", "currency of the amounts, where the file names none", currency)
      .addOption(
        new Option("--template <kind>", "print headers, units and an example row of a kind").choices(
          importKindCodes,
        ),
      )
      .option("--no-measure", "do not measure afterwards; the next report will"),
    "kleinod import exports/ --date-format d/m/yyyy\nkleinod import --template saleLines",
  ).action(
    action<ImportOptions>(session, (options, args, io) => {
      const paths = args[0] as string[];
      if (options.template !== undefined) return printTemplate(options, options.template, io);
      if (paths.length === 0) throw new UsageError("Name at least one file or folder: kleinod import PATH…");
      return importPaths(options, paths, io);
    }),
  );

  asCommand(command.command("list").description("All imports, newest first"), "kleinod import list").action(
    action<CommonOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, (client) =>
        client.call<{ batches: BatchResult[] }>("GET", "/import/batches"),
      );
      show(options, io, document, () => batchesText(document.batches, io));
      return 0;
    }),
  );

  for (const direction of ["undo", "redo"] as const) {
    asCommand(
      command
        .command(direction)
        .description(
          direction === "undo"
            ? "Take an import out, whatever came later"
            : "Put an import back that was taken out",
        )
        .argument("<batch>", "id of the batch, e.g. b3"),
      `kleinod import ${direction} b3`,
    ).action(
      action<CommonOptions>(session, async (options, args, io) => {
        const id = String(args[0]);
        const result = await withClient(options, io, (client) =>
          client.runJob<object>("POST", `/import/batches/${encodeURIComponent(id)}/${direction}`),
        );
        const done =
          direction === "undo"
            ? { de: `${id} ist rückgängig gemacht.`, en: `${id} is undone.` }
            : { de: `${id} gilt wieder.`, en: `${id} is back.` };
        show(options, io, result, () => io.text(done));
        return 0;
      }),
    );
  }
}

async function importPaths(options: ImportOptions, paths: readonly string[], io: Io): Promise<ExitCode> {
  const { as, mapping, source, dateFormat, decimal, currency: code } = options;
  // The server may work in another folder than the person.
  const files = paths.map((path) => ({
    ref: resolve(path),
    ...(as === undefined ? {} : { as }),
    ...(mapping === undefined ? {} : { mappingFile: resolve(mapping) }),
  }));
  const body = {
    files,
    options: {
      mode: options.full ? "full" : "delta",
      dryRun: options.dryRun === true,
      allOrNothing: options.allOrNothing === true,
      measure: options.measure,
      ...(source === undefined ? {} : { source }),
      ...(dateFormat === undefined ? {} : { dateFormat }),
      ...(decimal === undefined ? {} : { decimal }),
      ...(code === undefined ? {} : { currency: code }),
    },
  };
  const result = await withClient(options, io, (client) =>
    client.runJob<ImportResult>("POST", "/import", { body }),
  );
  show(options, io, result, () => importText(result, io));
  return exitCodeOf(result);
}

/** 0 only when every file was taken (or tried, in a dry run) with all its rows and no question is open. */
export function exitCodeOf({ batches, questions }: ImportResult): 0 | 1 {
  const whole = batches.every(
    ({ status, rejected }) => (status === "applied" || status === "dryRun") && rejected === 0,
  );
  return whole && questions.length === 0 && batches.length > 0 ? 0 : 1;
}

async function printTemplate(options: ImportOptions, kind: ImportKindCode, io: Io): Promise<ExitCode> {
  const document = template(kind, io.language);
  show(options, io, document, () => templateText(document, io));
  return 0;
}

function currency(text: string): string {
  const code = text.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new InvalidArgumentError("Expected an ISO 4217 code such as CHF.");
  return code;
}

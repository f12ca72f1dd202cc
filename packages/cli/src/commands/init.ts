import { resolve } from "node:path";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import { type GenerateOptions, generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import {
  action,
  asCommand,
  type CommonOptions,
  type Session,
  show,
  UsageError,
  withClient,
} from "../command.ts";
import type { Io } from "../output/io.ts";
import { formatCount } from "../output/language.ts";

interface InitOptions extends CommonOptions {
  readonly example?: GenerateOptions["company"];
  readonly customers?: number;
  readonly lines?: number;
  readonly seed?: number;
  readonly asOf?: string;
  readonly style?: "sap" | "bexio";
  readonly out?: string;
}

export function addInit(program: Command, session: Session): void {
  asCommand(
    program
      .command("init")
      .description("Create a data directory, or with --example write a reference company as export files")
      .addOption(
        new Option("--example <company>", "reference company to write").choices(["alpfix", "meridia"]),
      )
      .option("--customers <number>", "customers of both sizes", wholeNumber)
      .option("--lines <number>", "sale lines to aim at", wholeNumber)
      .option("--seed <number>", "same seed, same bytes", wholeNumber)
      .option("--as-of <day>", "last day of the history, yyyy-mm-dd", day)
      .addOption(
        new Option("--style <system>", "system that Alpfix's files come from").choices(["sap", "bexio"]),
      )
      .option("--out <directory>", "where the files go; truth/ below it holds what an importer must not see"),
    "kleinod init\nkleinod init --example alpfix --customers 2000 --out exports",
  ).action(
    action<InitOptions>(session, async (options, _args, io) => {
      if (options.example === undefined) await createDirectory(options, io);
      else await writeExample(options, options.example, io);
      return 0;
    }),
  );
}

async function createDirectory(options: InitOptions, io: Io): Promise<void> {
  const status = await withClient(options, io, (client) =>
    client.call<{ directory: string }>("GET", "/status"),
  );
  show(options, io, { directory: status.directory }, () =>
    io.text({
      de: `Das Datenverzeichnis ${status.directory} ist bereit. Weiter mit: kleinod import DATEI`,
      en: `The data directory ${status.directory} is ready. Go on with: kleinod import FILE`,
    }),
  );
}

async function writeExample(
  options: InitOptions,
  company: GenerateOptions["company"],
  io: Io,
): Promise<void> {
  if (options.out === undefined) throw new UsageError("--example needs --out DIRECTORY: where the files go.");
  const { customers, lines, seed, asOf, style } = options;
  const generated = await generate({
    company,
    out: resolve(options.out),
    ...(customers === undefined ? {} : { customers }),
    ...(lines === undefined ? {} : { lines }),
    ...(seed === undefined ? {} : { seed }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(style === undefined ? {} : { style }),
    onProgress: ({ step, rows }) =>
      io.progress.update({ step, done: rows, total: null, rowsPerSecond: null, secondsLeft: null }),
  });
  show(options, io, generated, () =>
    [
      ...generated.files.map(({ path, rows }) => `${path}  ${formatCount(rows, io.language)}`),
      ...generated.truth,
    ].join("\n"),
  );
}

/** A knob out of range is the person's, not a bug. */
async function generate(options: GenerateOptions) {
  try {
    return await generateCompany(options);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || text.trim() === "")
    throw new InvalidArgumentError("Expected a whole number.");
  return value;
}

export function day(text: string): string {
  try {
    return plainDate(text);
  } catch {
    throw new InvalidArgumentError("Expected a calendar day yyyy-mm-dd.");
  }
}

import { join } from "node:path";
import { type Command, Option } from "commander";
import { Client } from "./api/client.ts";
import { connect } from "./api/connect.ts";
import { type Io, openIo, type Streams } from "./output/io.ts";

/** 0: applied, warnings allowed; 1: nothing applied, a row rejected or a question open; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

export interface CommonOptions {
  readonly dir: string;
  readonly json?: boolean;
  readonly lang?: "de" | "en";
}

/** Wrong usage that the parser cannot see. */
export class UsageError extends Error {}

export const defaultDirectory = join(".kleinod", "company");

/** The options that every command takes, and its example. */
export function asCommand(command: Command, example: string): Command {
  return command
    .option("--dir <directory>", "data directory, created when missing", defaultDirectory)
    .option("--json", "one JSON document on stdout; progress and messages on stderr")
    .addOption(new Option("--lang <language>", "language of the output").choices(["de", "en"]))
    .addHelpText("after", `\nExample:\n  ${example.split("\n").join("\n  ")}`);
}

/** One run of the command line: where it writes, and what it will end with. */
export interface Session {
  readonly streams: Streams;
  exitCode: ExitCode;
}

/** Runs an action with its options, wherever on the line they stood, and keeps its exit code. */
export function action<Options extends CommonOptions>(
  session: Session,
  work: (options: Options, args: unknown[], io: Io) => Promise<ExitCode>,
): (...parameters: unknown[]) => Promise<void> {
  return async (...parameters) => {
    const command = parameters.at(-1) as Command;
    const options = command.optsWithGlobals() as Options;
    const io = openIo(session.streams, options.lang);
    session.exitCode = await work(options, parameters.slice(0, -2), io);
  };
}

/** Opens the app of the directory for one piece of work. */
export async function withClient<Result>(
  options: CommonOptions,
  io: Io,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(await connect(options.dir), io);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** The one JSON document, or text for a person. */
export function show(options: CommonOptions, io: Io, document: unknown, text: () => string): void {
  io.print(options.json ? JSON.stringify(document) : text());
}

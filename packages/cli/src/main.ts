import { problemDocument } from "@kleinod/server/errors.ts";
import { DirectoryInUse } from "@kleinod/server/start-server.ts";
import { version } from "@kleinod/server/version.ts";
import { Command, CommanderError } from "commander";
import { ApiRefusal, CancelledByPerson } from "./api/client.ts";
import { type ExitCode, type Session, UsageError } from "./command.ts";
import { commands } from "./commands.ts";
import { Declined } from "./declined.ts";
import { type Io, openIo, type Streams, tolerateClosedPipes } from "./output/io.ts";

/** Runs one command line and gives its exit code; never throws for what a person can do. */
export async function run(args: readonly string[], streams: Streams = process): Promise<ExitCode> {
  tolerateClosedPipes();
  const session: Session = { streams, exitCode: 0 };
  try {
    await buildProgram(session).parseAsync(args, { from: "user" });
    return session.exitCode;
  } catch (error) {
    return tell(error, args.includes("--json"), streams);
  }
}

/** The whole command tree; parsing runs the command that was named. */
export function buildProgram(session: Session): Command {
  const program = new Command("kleinod")
    .description("Small-account management: export files in, the economics of every small customer out.")
    .version(version)
    .addHelpText("after", "\nExample:\n  kleinod import exports/ && kleinod report overview");
  for (const add of commands) add(program, session);
  configure(program, session.streams);
  return program;
}

/** Subcommands do not inherit how a program ends and where it writes. */
function configure(command: Command, { stdout, stderr }: Streams): void {
  command
    .exitOverride()
    .showHelpAfterError("(add --help for usage)")
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) });
  for (const child of command.commands) configure(child, { stdout, stderr });
}

/** Says what went wrong on stderr, and with --json as a problem document on stdout. */
function tell(error: unknown, asJson: boolean, streams: Streams): ExitCode {
  // The parser has said it already; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const io = openIo(streams, undefined);
  if (error instanceof UsageError) {
    io.note(error.message);
    return 2;
  }
  const problem = problemOf(error, io);
  if (problem === null) throw error;
  io.note(problem.detail);
  if (asJson) io.print(JSON.stringify(problem));
  return 1;
}

function problemOf(error: unknown, io: Io) {
  if (error instanceof Declined) return problemDocument("valueNotAllowed", io.text(error.refused.message));
  if (error instanceof ApiRefusal) return error.problem;
  if (error instanceof CancelledByPerson)
    return problemDocument("cancelled", io.text({ de: "Abgebrochen.", en: "Cancelled." }));
  if (error instanceof DirectoryInUse) return problemDocument("directoryInUse", error.message);
  // What the system refuses (no such folder, no right to write) is no bug of ours.
  if (error instanceof Error && "code" in error && "syscall" in error)
    return problemDocument("valueNotAllowed", error.message);
  return null;
}

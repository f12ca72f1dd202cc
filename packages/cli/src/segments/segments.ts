import { readFile } from "node:fs/promises";
import type { SegmentPreview } from "@kleinod/engine/segments/builder/contract.ts";
import type { BackTestResult, Segment, SegmentAnswer } from "@kleinod/engine/segments/overlays/contract.ts";
import type { Command } from "commander";
import {
  action,
  asCommand,
  type CommonOptions,
  type Session,
  show,
  UsageError,
  withClient,
} from "../command.ts";
import { wholeNumber } from "../commands/init.ts";
import { measureFirst } from "../measures/report-command.ts";
import { tableText } from "../output/table.ts";
import { admissionLines, answerText, previewText } from "./segments-text.ts";

interface ChangeOptions extends CommonOptions {
  readonly segmentVersion?: number;
  readonly reason?: string;
  readonly override?: string;
}

export function addSegments(program: Command, session: Session): void {
  const segments = asCommand(
    program.command("segments").description("Define segments, try them out, and decide which ones hold"),
    "kleinod segments list",
  );
  const command = (name: string, description: string, example: string) =>
    asCommand(segments.command(name).description(description), example);
  const path = (code: unknown, event: string) => `/segments/${encodeURIComponent(String(code))}/${event}`;
  const fileHelp = "JSON: {name, definition: {match, conditions: [{column, op, value}]}, action, owner}";

  command(
    "list",
    "Every segment with the version that holds and the draft",
    "kleinod segments list --json",
  ).action(
    action<CommonOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, (client) =>
        client.call<{ segments: Segment[] }>("GET", "/segments"),
      );
      show(options, io, document, () =>
        tableText(
          [
            { title: "Code", value: (row) => row.code },
            { title: "Name", value: (row) => (row.active ?? row.draft)?.name ?? "" },
            {
              title: io.text({ de: "Aktiv", en: "Active" }),
              value: (row) => String(row.active?.version ?? "–"),
            },
            {
              title: io.text({ de: "Entwurf", en: "Draft" }),
              value: (row) => String(row.draft?.version ?? "–"),
            },
            {
              title: io.text({ de: "Bedingungen", en: "Conditions" }),
              value: (row) => io.text((row.active ?? row.draft)?.definitionText ?? { de: "", en: "" }),
            },
          ],
          document.segments,
        ),
      );
      return 0;
    }),
  );

  command("preview", "What a definition would mean", "kleinod segments preview segment.json")
    .argument("<file>", fileHelp)
    .action(
      action<CommonOptions>(session, async (options, [file], io) => {
        const { definition, code } = await readDefinition(String(file));
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client);
          return client.call<SegmentPreview>("POST", "/segments/preview", { body: { definition, code } });
        });
        show(options, io, document, () => previewText(document, io));
        return 0;
      }),
    );

  command("save", "Keep a definition as a draft", "kleinod segments save segment.json")
    .argument("<file>", fileHelp)
    .action(
      action<CommonOptions>(session, async (options, [file], io) => {
        const body = await readDefinition(String(file));
        const document = await withClient(options, io, (client) =>
          client.call<SegmentAnswer>("POST", "/segments", { body }),
        );
        show(options, io, document, () => answerText(document, io));
        return 0;
      }),
    );

  command("backtest", "How many customers moved within 12 months", "kleinod segments backtest craftsmen")
    .argument("<code>")
    .option("--segment-version <number>", "default: the draft, else the active one", wholeNumber)
    .action(
      action<ChangeOptions>(session, async (options, [code], io) => {
        const body = { version: options.segmentVersion };
        const document = await withClient(options, io, (client) =>
          client.runJob<BackTestResult>("POST", path(code, "backtest"), { body }),
        );
        show(options, io, document, () => admissionLines(document.admission, io).join("\n"));
        return 0;
      }),
    );

  command(
    "activate",
    "Test a draft and make it hold",
    'kleinod segments activate craftsmen --reason "agreed"',
  )
    .argument("<code>")
    .option("--segment-version <number>", "default: the newest draft", wholeNumber)
    .option("--reason <text>", "why")
    .option("--override <text>", "why although the admission test refuses it")
    .action(
      action<ChangeOptions>(session, async (options, [code], io) => {
        const { segmentVersion: version, reason, override: overrideReason } = options;
        const document = await withClient(options, io, async (client) => {
          await client.runJob<BackTestResult>("POST", path(code, "backtest"), { body: { version } });
          return client.call<SegmentAnswer>("POST", path(code, "activate"), {
            body: { version, reason, overrideReason },
          });
        });
        show(options, io, document, () => answerText(document, io));
        return 0;
      }),
    );

  for (const [event, description] of [
    ["retire", "Take the active version, or a draft, out of use"],
    ["restore", "Take a version back that held before"],
  ] as const) {
    command(event, description, `kleinod segments ${event} craftsmen`)
      .argument("<code>")
      .option("--segment-version <number>", "default: the newest one that can", wholeNumber)
      .option("--reason <text>", "why")
      .action(
        action<ChangeOptions>(session, async (options, [code], io) => {
          const body = { version: options.segmentVersion, reason: options.reason };
          const document = await withClient(options, io, (client) =>
            client.call<SegmentAnswer>("POST", path(code, event), { body }),
          );
          show(options, io, document, () => answerText(document, io));
          return 0;
        }),
      );
  }
}

interface DefinitionFile {
  readonly definition?: unknown;
  readonly code?: string;
}

/** The API judges what it says; here only that it is JSON. */
async function readDefinition(file: string): Promise<DefinitionFile> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
  try {
    return JSON.parse(text) as DefinitionFile;
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

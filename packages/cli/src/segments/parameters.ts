import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import type { Command } from "commander";
import type { Client } from "../api/client.ts";
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
import { tableText } from "../output/table.ts";
import { type ParameterDiff, parameterDiffText } from "./parameter-diff-text.ts";

interface SetOptions extends CommonOptions {
  readonly reason?: string;
}

type LabelledParameter = ParameterValue & {
  readonly label: { de: string; en: string };
  readonly unit: string;
};

export function addParameters(program: Command, session: Session): void {
  const parameters = asCommand(
    program.command("parameters").description("Show, change and try out what the measures assume"),
    "kleinod parameters get",
  );
  asCommand(
    parameters
      .command("get")
      .description("Show one parameter or all of them")
      .argument("[code]", "e.g. rhythm.dormantQuantile"),
    "kleinod parameters get rhythm.dormantQuantile",
  ).action(
    action<CommonOptions>(session, (options, args, io) =>
      getParameters(options, args[0] as string | undefined, io),
    ),
  );
  asCommand(
    parameters
      .command("set")
      .description("Set a parameter and measure again what depends on it")
      .argument("<code>")
      .argument("<value>", "as JSON; plain text where the parameter is a text")
      .option("--reason <text>", "why"),
    'kleinod parameters set size.lineCents 2000000 --reason "agreed with sales"',
  ).action(
    action<SetOptions>(session, async (options, args, io) => {
      const [code, text] = args as [string, string];
      const body = {
        value: parameterValue(code, text),
        ...(options.reason === undefined ? {} : { reason: options.reason }),
      };
      const parameter = await withClient(options, io, async (client) => {
        await client.runJob("PUT", `/parameters/${encodeURIComponent(code)}`, { body });
        return (await listed(client)).find((candidate) => candidate.code === code);
      });
      show(options, io, parameter, () => `${code} = ${JSON.stringify(parameter?.value)}`);
      return 0;
    }),
  );
  asCommand(
    parameters
      .command("diff")
      .description("Show what a value would change, without setting it")
      .argument("<code>")
      .argument("<value>", "as JSON; plain text where the parameter is a text"),
    "kleinod parameters diff rhythm.dormantQuantile 0.9",
  ).action(
    action<CommonOptions>(session, async (options, args, io) => {
      const [code, text] = args as [string, string];
      const diff = await withClient(options, io, (client) =>
        client.call<ParameterDiff>("POST", `/parameters/${encodeURIComponent(code)}/diff`, {
          body: { value: parameterValue(code, text) },
        }),
      );
      show(options, io, diff, () => parameterDiffText(diff, io));
      return 0;
    }),
  );
}

async function getParameters(options: CommonOptions, code: string | undefined, io: Io): Promise<0> {
  if (code !== undefined) requireKnown(code);
  const all = await withClient(options, io, listed);
  const chosen = code === undefined ? all : all.filter((parameter) => parameter.code === code);
  const document = code === undefined ? { parameters: chosen } : chosen[0];
  show(options, io, document, () =>
    tableText(
      [
        { title: io.text({ de: "Parameter", en: "Parameter" }), value: (row) => row.code },
        { title: io.text({ de: "Wert", en: "Value" }), value: (row) => JSON.stringify(row.value) },
        { title: io.text({ de: "Einheit", en: "Unit" }), value: (row) => row.unit },
        { title: io.text({ de: "Herkunft", en: "Origin" }), value: (row) => originOf(row, io) },
        { title: io.text({ de: "Bedeutung", en: "Meaning" }), value: (row) => io.text(row.label) },
      ],
      chosen,
    ),
  );
  return 0;
}

async function listed(client: Client): Promise<LabelledParameter[]> {
  return (await client.call<{ parameters: LabelledParameter[] }>("GET", "/parameters")).parameters;
}

function originOf(parameter: ParameterValue, io: Io): string {
  if (!parameter.isDefault) return parameter.author ?? "";
  return parameter.isAssumption
    ? io.text({ de: "Annahme", en: "assumption" })
    : io.text({ de: "Vorgabe", en: "default" });
}

function requireKnown(code: string) {
  const spec = parameterSpecs.find((candidate) => candidate.code === code);
  if (spec !== undefined) return spec;
  const codes = parameterSpecs.map((candidate) => candidate.code).join(", ");
  throw new UsageError(`There is no parameter ${code}. Parameters are ${codes}.`);
}

/** JSON where that fits the parameter, the text itself otherwise: `CHF` needs no quotes. */
function parameterValue(code: string, text: string): unknown {
  const { schema } = requireKnown(code);
  const parsed = parseJson(text);
  return schema.safeParse(parsed).success || !schema.safeParse(text).success ? parsed : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import type {
  FixedChoice,
  OptimisationReport,
  OptimiseRequestInput,
} from "@kleinod/engine/programme/optimiser/report-contract.ts";
import { type Command, InvalidArgumentError } from "commander";
import { action, asCommand, type CommonOptions, type Session, show, withClient } from "../command.ts";
import { measureFirst } from "../measures/report-command.ts";
import { addEffort } from "./effort.ts";
import { optimisationText } from "./optimisation-text.ts";
import { namedPlan, planOptionHelp } from "./plan-option.ts";

interface OptimiseOptions extends CommonOptions {
  readonly plan?: string;
  readonly keepPlan?: boolean;
  readonly segments?: readonly string[];
  readonly options?: readonly string[];
  readonly budget?: number;
  readonly contacts?: number;
  readonly balance?: number;
  readonly positions?: Readonly<Record<string, number>>;
  readonly with?: readonly FixedChoice[];
  readonly without?: readonly FixedChoice[];
  readonly timeLimit?: number;
  readonly runnersUp?: number;
  readonly draws?: number;
  readonly seed?: number;
}

export function addOptimise(program: Command, session: Session): void {
  const optimise = asCommand(
    program
      .command("optimise")
      .description("Choose the best coherent bundle of options for every segment within your limits")
      .option("--plan <plan>", `starting point: ${planOptionHelp}`)
      .option("--keep-plan", "every assignment of the plan stays; only add to it")
      .option("--segments <codes>", "segments that may get a bundle of their own, by commas", list)
      .option("--options <codes>", "options that may be used, by commas: L3a,L5a", list)
      .option("--budget <amount>", "cost of the programme per year, in whole units of the currency", number)
      .option("--contacts <number>", "unsolicited contacts per customer and year, at most", number)
      .option("--balance <amount>", "gives minus takes per customer and year, at least (default: 0)", number)
      .option("--positions <role=number>", "full-time positions for small customers; repeatable", positions)
      .option("--with <segment:option>", "the option has to be in; repeatable", choice("in"))
      .option("--without <segment:option>", "the option must not be in; repeatable", choice("out"))
      .option("--time-limit <seconds>", "seconds for solving (default: 30)", number)
      .option("--runners-up <number>", "plans that are compared in the full simulation (default: 20)", number)
      .option("--draws <number>", "worlds of that simulation; 0: none (default: 100)", number)
      .option("--seed <number>", "number that the worlds are drawn from (default: 1)", number),
    "kleinod optimise --plan plan.json --budget 800000 --with small:L5a --json",
  ).action(
    action<OptimiseOptions>(session, async (options, _args, io) => {
      const body = {
        ...(options.plan === undefined ? {} : await namedPlan(options.plan)),
        ...requestOf(options),
      };
      const report = await withClient(options, io, async (client) => {
        await measureFirst(client);
        return client.runJob<OptimisationReport & { ok?: true }>("POST", "/programme/optimise", { body });
      });
      const { ok: _ok, ...document } = report;
      show(options, io, document, () => optimisationText(document, io));
      return document.plan === null ? 1 : 0;
    }),
  );
  addEffort(optimise, session);
}

/** What was said on the line; the API knows the defaults and judges the rest. */
function requestOf(options: OptimiseOptions): Omit<OptimiseRequestInput, "plan"> {
  const { segments, contacts, timeLimit, runnersUp, draws, seed, positions: capacity } = options;
  const cents = (amount: number) => Math.round(100 * amount);
  const fixed = [...(options.with ?? []), ...(options.without ?? [])];
  const said = {
    segments,
    capacity,
    runnersUp,
    draws,
    seed,
    options: options.options,
    keepPlan: options.keepPlan,
    contactPressureMax: contacts,
    timeLimitSeconds: timeLimit,
    budgetCentsPerYear: options.budget === undefined ? undefined : cents(options.budget),
    giveTakeMin: options.balance === undefined ? undefined : cents(options.balance),
    fixed: fixed.length === 0 ? undefined : fixed,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

const list = (text: string): string[] => text.split(",").map((code) => code.trim());

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("expected a number.");
  return value;
}

function positions(text: string, before: Readonly<Record<string, number>> = {}): Record<string, number> {
  const [role = "", value = "", ...rest] = text.split("=");
  if (role === "" || rest.length > 0)
    throw new InvalidArgumentError("expected role=number, e.g. generalist=20.");
  return { ...before, [role]: number(value) };
}

function choice(must: FixedChoice["must"]) {
  return (text: string, before: readonly FixedChoice[] = []): FixedChoice[] => {
    const [segment = "", option = "", ...rest] = text.split(":");
    if (segment === "" || option === "" || rest.length > 0)
      throw new InvalidArgumentError("expected segment:option, e.g. small:L5a.");
    return [...before, { segment, option, must }];
  };
}

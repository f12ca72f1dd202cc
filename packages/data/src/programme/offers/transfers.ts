import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import {
  type Transfer,
  type TransferInput,
  type TransferReport,
  transferInputSchema,
} from "@kleinod/engine/programme/offers/transfer-contract.ts";
import { transferReport } from "@kleinod/engine/programme/offers/transfer-report.ts";
import { readParameters } from "../../segments/read-parameters.ts";
import { mirrorReady } from "../../workspace/mirror.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { addEntry, readRegister, setEntryUndone } from "../register.ts";

type Answer = { readonly ok: true; readonly transfers: TransferReport } | Refused;

/** The transfer register: what moved in the last 12 months, and what before. */
export async function listTransfers(workspace: Workspace): Promise<TransferReport> {
  await mirrorReady(workspace);
  const today = plainDate(workspace.today());
  const parameters = await workspace.read(readParameters);
  const currency = parameters.find(({ code }) => code === "company.currency")?.value;
  return transferReport(await readTransfers(workspace), {
    from: monthsBefore(today, 12),
    today,
    currency: typeof currency === "string" ? currency : null,
  });
}

async function readTransfers(workspace: Workspace): Promise<Transfer[]> {
  const schema = transferInputSchema.omit({ corrects: true });
  const entries = await readRegister(await workspace.records(), "transfer", schema);
  return entries.map(({ content, ...entry }) => ({ ...content, ...entry }));
}

/** Notes that a practice moved; with `corrects` it replaces an earlier entry. */
export async function addTransfer(
  workspace: Workspace,
  { corrects, ...content }: TransferInput,
  author: string,
): Promise<Answer> {
  const today = workspace.today();
  if (content.movedOn > today) {
    return refused(
      "valueNotAllowed",
      `movedOn ist ${content.movedOn}; erlaubt ist bis heute, ${today}: das Register hält fest, was geschehen ist.`,
      `movedOn is ${content.movedOn}; allowed is up to today, ${today}: the register holds what happened.`,
    );
  }
  const added = await addEntry(await workspace.records(), {
    register: "transfer",
    content,
    corrects,
    author,
  });
  return added.ok ? { ok: true, transfers: await listTransfers(workspace) } : added;
}

export async function setTransferUndone(
  workspace: Workspace,
  id: number,
  isUndone: boolean,
  author: string,
): Promise<Answer> {
  const done = await setEntryUndone(
    await workspace.records(),
    { register: "transfer", id, author },
    isUndone,
  );
  return done.ok ? { ok: true, transfers: await listTransfers(workspace) } : done;
}

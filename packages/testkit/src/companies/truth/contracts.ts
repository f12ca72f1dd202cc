import { contractsOf } from "../export/contract-file.ts";
import type { World } from "../export/world.ts";
import type { Behaviour } from "../market/behaviour.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";

/** How ready each customer is to leave, and when a contract will end: also the ends that nobody knows yet. */
export async function writeContractsTruth(
  world: World,
  behaviour: Behaviour,
  path: string,
  numberOf: (account: number) => string,
): Promise<void> {
  const writer = await ChunkWriter.open(
    path,
    "utf8",
    "contract;customer;startedOn;lastDay;churnPerRenewal;isIrregular\n",
  );
  for (const { number, customer, contract } of contractsOf(world, behaviour)) {
    const { startedOn, lastDay, churn, isIrregular } = contract;
    writer.addRow(
      `${number};${numberOf(customer)};${startedOn};${lastDay};${churn.toFixed(6)};${Number(isIrregular)}\n`,
    );
    await writer.flushWhenFull();
  }
  await writer.close();
}

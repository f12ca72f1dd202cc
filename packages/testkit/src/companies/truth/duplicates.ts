import type { World } from "../export/world.ts";
import { describeFirm } from "../master/firm.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";

/** Every pair of accounts that belongs to one customer, and how the second one was written differently from the first. */
export async function writeDuplicatesTruth(
  world: World,
  path: string,
  numberOf: (account: number) => string,
): Promise<void> {
  const { accounts, population, seed } = world;
  const writer = await ChunkWriter.open(path, "utf8", "accountA;accountB;changes\n");
  for (const second of accounts.seconds) {
    const { changes } = accounts.spelling(second, describeFirm(seed, population, second.customer));
    for (const earlier of accounts.accountsOf(second.customer).filter((account) => account < second.account))
      writer.addRow(`${numberOf(earlier)};${numberOf(second.account)};${changes.join("+")}\n`);
  }
  await writer.close();
}

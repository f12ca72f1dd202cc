import { DOUBLE, type DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { fitPotential, type PotentialModel } from "@kleinod/engine/measures/potential/compute.ts";
import { potentialSettings } from "@kleinod/engine/measures/potential/potential-settings.ts";
import {
  exposureSql,
  potentialCellsSql,
  potentialCellTableSql,
  potentialFirmSql,
  potentialScopeSql,
  potentialSql,
  spendSampleSql,
} from "@kleinod/engine/measures/potential/sql.ts";
import { one, runEach } from "../duckdb/connect.ts";
import { readDoubles } from "./read-doubles.ts";
import type { StepContext } from "./steps.ts";

/** Rows of one DuckDB vector. */
const chunkRows = 2048;

/** What the step keeps beside `m_potential`; the report reads it. */
export interface PotentialDetails {
  readonly quantile: number;
  readonly exposureUnknown: boolean;
  readonly model: {
    readonly customers: number;
    readonly sampled: number;
    readonly medianContacts: readonly number[] | null;
    readonly contactsAssociation: number | null;
    readonly belowRatio: number;
  } | null;
}

/** Fits the quantiles on a sample of spenders and predicts every distinct firm. */
export async function computePotential({
  connection,
  settings,
}: StepContext): Promise<Record<string, unknown>> {
  await runEach(connection, [exposureSql(settings), ...potentialFirmSql(settings), potentialCellTableSql()]);
  const scope = await one<{ customers: number; has_exposure: boolean }>(connection, potentialScopeSql());
  const own = potentialSettings(settings);
  const [branch, region, staff, within, before, visits, salesCents] = await readDoubles(
    connection,
    spendSampleSql(scope.customers),
    7,
  );
  const rows = {
    firms: { branch: branch!, region: region!, staff: staff! },
    exposure: { within: within!, before: before!, visits: visits! },
    salesCents: salesCents!,
  };
  const model = fitPotential(rows, own, scope.has_exposure);
  if (model !== null) await appendCells(connection, model);
  await runEach(connection, potentialSql(scope.has_exposure));
  const details: PotentialDetails = {
    quantile: own.quantile,
    exposureUnknown: !scope.has_exposure,
    model:
      model === null
        ? null
        : {
            customers: scope.customers,
            sampled: salesCents!.length,
            medianContacts: model.usualContacts,
            contactsAssociation: model.contactsAssociation,
            belowRatio: model.belowRatio,
          },
  };
  return { ...details };
}

async function appendCells(connection: DuckDBConnection, model: PotentialModel): Promise<void> {
  const [branch, region, staff] = await readDoubles(connection, potentialCellsSql(), 3);
  const { potentialCents, lowCents, highCents } = model.predict({
    branch: branch!,
    region: region!,
    staff: staff!,
  });
  const columns = [branch!, region!, staff!, potentialCents, lowCents, highCents];
  const appender = await connection.createAppender("m_potential_cell");
  for (let start = 0; start < branch!.length; start += chunkRows) {
    const chunk = DuckDBDataChunk.create(columns.map(() => DOUBLE));
    chunk.setColumns(columns.map((column) => Array.from(column.subarray(start, start + chunkRows))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

import { type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from "@duckdb/node-api";
import { toMatchRecord } from "@kleinod/engine/facts/matching/match-record.ts";
import {
  createNormalisedSql,
  createSourceSql,
  normalisedColumns,
  readSourceSql,
} from "@kleinod/engine/facts/matching/sql.ts";

const accountsPerSlice = 20_480;
/** The most rows that one DuckDB data chunk holds. */
const rowsPerChunk = 2048;

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Fills `match_source` and `match_normalised`, slice by slice, so that memory does not grow with the accounts. */
export async function normaliseAccounts(
  connection: DuckDBConnection,
  defaultCountry: string,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  await connection.run(createSourceSql);
  await connection.run(createNormalisedSql);
  const counted = await connection.runAndReadAll("SELECT count(*) FROM match_source");
  const total = Number(counted.getRows()[0]?.[0]);
  const types = [INTEGER, ...normalisedColumns.map(() => VARCHAR)];

  for (let from = 0; from < total; from += accountsPerSlice) {
    onProgress(from, total);
    const reader = await connection.runAndReadAll(readSourceSql(from, from + accountsPerSlice));
    const rows = reader.getRows().map((row) => {
      const [rn, name, name2, street, postcode, city, country, phone, email, website, vatId, legalForm] = row;
      const record = toMatchRecord(
        {
          name: text(name),
          name2: text(name2),
          street: text(street),
          postcode: text(postcode),
          city: text(city),
          country: text(country),
          phone: text(phone),
          email: text(email),
          website: text(website),
          vatId: text(vatId),
          legalForm: text(legalForm),
        },
        defaultCountry,
      );
      return [
        Number(rn),
        ...[record.nameCompact, record.nameSorted, record.nameSounds, record.tradeWords, record.legalForm],
        ...[
          record.postcode,
          record.city,
          record.street,
          record.house,
          record.phone,
          record.email,
          record.domain,
        ],
        ...[record.vatId, record.vatIdStatus],
      ];
    });
    const appender = await connection.createAppender("match_normalised", "main", "temp");
    for (let start = 0; start < rows.length; start += rowsPerChunk) {
      const chunk = DuckDBDataChunk.create(types);
      chunk.setRows(rows.slice(start, start + rowsPerChunk));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }
  onProgress(total, total);
  return total;
}

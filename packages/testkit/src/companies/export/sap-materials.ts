import { ChunkWriter } from "../write/chunk-writer.ts";
import { sapAmount } from "../write/number-text.ts";
import type { World } from "./world.ts";

const header = "MATNR;MAKTX;MTART;MATKL;WGBEZ;MEINS;STPRS;VKPREIS;WAERS\r\n";

/** Material master: goods (`HAWA`) and what is only a line on an invoice (`DIEN`). */
export async function writeSapMaterials({ catalogue }: World, path: string): Promise<number> {
  const writer = await ChunkWriter.open(path, "windows-1252", header);
  for (const [i, material] of catalogue.material.entries()) {
    const isGoods = i < catalogue.productCount;
    const prices = isGoods
      ? [catalogue.costCents[i] as number, catalogue.listCents[i] as number].map(sapAmount)
      : ["", ""];
    const fields = [
      material,
      catalogue.text[i],
      isGoods ? "HAWA" : "DIEN",
      catalogue.groupCode[i],
      catalogue.groupText[i],
    ];
    writer.addRow(`${[...fields, catalogue.unit[i], ...prices, "CHF"].join(";")}\r\n`);
  }
  await writer.close();
  return writer.rows;
}

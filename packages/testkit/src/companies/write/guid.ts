import type { Random } from "../../random.ts";

/** A key as Microsoft's systems write them, from four draws. */
export function guid(random: Random): string {
  const eight = () =>
    Math.floor(random.next() * 4_294_967_296)
      .toString(16)
      .padStart(8, "0");
  const [first, second, third, fourth] = [eight(), eight(), eight(), eight()] as const;
  return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-a${third.slice(1, 4)}-${third.slice(4)}${fourth}`;
}

/** The characters of Windows-1252 that Latin-1 does not have, at 0x80 … 0x9F; a blank stands for an unused place. */
const upperControls = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const byteOf = new Map(
  [...upperControls].flatMap((character, i) => (character === " " ? [] : [[character, 0x80 + i]])),
);

/**
 * Text as Windows-1252 bytes.
 * @throws when a character does not exist there: a generator must not lose letters silently
 */
export function encodeWindows1252(text: string): Buffer {
  const latin = text.replace(/[\u0080-\u009f\u0100-\uffff]/g, (character) => {
    const byte = byteOf.get(character);
    if (byte === undefined) throw new Error(`"${character}" cannot be written in Windows-1252`);
    return String.fromCharCode(byte);
  });
  return Buffer.from(latin, "latin1");
}

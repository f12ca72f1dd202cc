import { type Language, languageFrom } from "./language.ts";
import { ProgressLine } from "./progress-line.ts";

/** Where a command writes, and in which language; progress and messages never mix with the result. */
export interface Io {
  readonly language: Language;
  /** The result: a line of text, or the one JSON document. */
  print(text: string): void;
  /** What a person should know besides: to stderr. */
  note(text: string): void;
  readonly progress: ProgressLine;
  /** The text in the language of the reader. */
  text(texts: { readonly de: string; readonly en: string }): string;
}

export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}

export function openIo(streams: Streams, language: string | undefined): Io {
  const chosen = languageFrom(language, process.env);
  const progress = new ProgressLine(streams.stderr, chosen);
  return {
    language: chosen,
    progress,
    print: (text) => {
      progress.clear();
      streams.stdout.write(`${text}\n`);
    },
    note: (text) => {
      progress.clear();
      streams.stderr.write(`${text}\n`);
    },
    text: (texts) => texts[chosen],
  };
}

/** A reader that closes early (`| head`) is no error: the rest of the output is dropped in silence. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listenerCount("error") > 0) continue;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

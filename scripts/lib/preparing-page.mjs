import { createServer } from "node:http";

const texts = {
  de: {
    title: "Kleinod wird vorbereitet",
    install: "Pakete installieren",
    build: "Weboberfläche bauen",
    start: "Server starten",
    wait: "Diese Seite wechselt von selbst, sobald alles bereit ist. Beim ersten Mal dauert es ein bis drei Minuten.",
  },
  en: {
    title: "Kleinod is being prepared",
    install: "Install the packages",
    build: "Build the web app",
    start: "Start the server",
    wait: "This page moves on by itself as soon as everything is ready. The first time takes one to three minutes.",
  },
};

const marks = { done: "✓", now: "●", open: "○" };

/**
 * The page as HTML.
 * @param {"de" | "en"} language
 * @param {{ step: "install" | "build" | "start", state: "done" | "now" | "open" }[]} steps
 */
export function preparingHtml(language, steps) {
  const text = texts[language];
  const items = steps.map(
    ({ step, state }) =>
      `<li${state === "now" ? ' aria-current="step"' : ""}><span aria-hidden="true">${marks[state]}</span> ${text[step]}</li>`,
  );
  // The script asks again until another server answers, also in the moment when nobody holds the port.
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text.title}</title><noscript><meta http-equiv="refresh" content="3"></noscript>
<style>
body{font:17px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem;color:#1f2933;background:#fff}
ul{list-style:none;padding:0}li{color:#52606d}li[aria-current]{color:#1f2933;font-weight:600}
@media(prefers-color-scheme:dark){body{background:#14181d;color:#e4e7eb}li{color:#9aa5b1}li[aria-current]{color:#fff}}
</style></head><body><main><h1>${text.title}</h1><ul role="status">${items.join("")}</ul><p>${text.wait}</p></main>
<script>
setInterval(async () => {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!answer.headers.has("x-kleinod-preparing")) return location.reload();
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector("ul").innerHTML = next.querySelector("ul").innerHTML;
  } catch {}
}, 1000);
</script></body></html>`;
}

/**
 * Serves the page on 127.0.0.1 until closed. Without it (port taken) the preparation goes on all the same: the
 * server itself then says who holds the port.
 * @param {number} port
 * @param {("install" | "build" | "start")[]} steps
 * @returns {Promise<{ port: number | null, begin(step: string): void, close(): Promise<void> }>} port: null when taken
 */
export async function servePreparingPage(port, steps) {
  let current = 0;
  const server = createServer((request, response) => {
    const language = /^\s*de\b/i.test(request.headers["accept-language"] ?? "") ? "de" : "en";
    const states = steps.map((step, index) => ({
      step,
      state: index < current ? "done" : index === current ? "now" : "open",
    }));
    // 503 tells scripts that wait for the address that it is not the app yet.
    response.writeHead(503, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": "2",
      "x-kleinod-preparing": "1",
    });
    response.end(preparingHtml(language, states));
  });
  const listening = await new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  return {
    port: listening ? server.address().port : null,
    begin(step) {
      current = steps.indexOf(step);
    },
    close() {
      if (!listening) return Promise.resolve();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

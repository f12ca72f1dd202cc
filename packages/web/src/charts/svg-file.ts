/** What a picture needs to look the same outside of the page: the computed value of each of these. */
const carriedProperties = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "color",
] as const;

/** A copy of a drawn SVG that stands alone: colours resolved, paper behind it, title inside. */
export function standaloneSvg(svg: SVGSVGElement, title: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [index, original] of originals.entries()) {
    const styles = getComputedStyle(original);
    for (const property of carriedProperties) {
      copies[index]?.style.setProperty(property, styles.getPropertyValue(property));
    }
  }
  const box = svg.getBoundingClientRect();
  const head = 28;
  // Labels at the ends of an axis reach beyond the drawing.
  const side = 16;
  const view = svg.viewBox.baseVal;
  const width = view.width || box.width;
  const height = view.height || box.height;
  const paper = getComputedStyle(document.body).backgroundColor;
  const ink = getComputedStyle(document.body).color;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width + 2 * side));
  copy.setAttribute("height", String(height + head));
  copy.setAttribute("viewBox", `${-side} ${-head} ${width + 2 * side} ${height + head}`);
  copy.style.overflow = "hidden";
  const background = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  background.setAttribute("x", String(-side));
  background.setAttribute("y", String(-head));
  background.setAttribute("width", String(width + 2 * side));
  background.setAttribute("height", String(height + head));
  background.setAttribute("fill", paper);
  const heading = document.createElementNS("http://www.w3.org/2000/svg", "text");
  heading.setAttribute("x", "4");
  heading.setAttribute("y", "-10");
  heading.setAttribute("fill", ink);
  heading.setAttribute("style", "font: 600 14px 'Inter Variable', system-ui, sans-serif; text-anchor: start");
  heading.textContent = title;
  copy.prepend(background, heading);
  return new XMLSerializer().serializeToString(copy);
}

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

export function saveSvg(svg: SVGSVGElement, title: string): void {
  saveFile(`${fileName(title)}.svg`, new Blob([standaloneSvg(svg, title)], { type: "image/svg+xml" }));
}

/** @throws Error when the browser cannot draw the picture. */
export async function savePng(svg: SVGSVGElement, title: string): Promise<void> {
  const source = new Blob([standaloneSvg(svg, title)], { type: "image/svg+xml" });
  const url = URL.createObjectURL(source);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (png === null) throw new Error(`the picture "${title}" could not be drawn as PNG`);
    saveFile(`${fileName(title)}.png`, png);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A title as a file name that every system accepts. */
export function fileName(title: string): string {
  const plain = title.normalize("NFKD").replace(/[̀-ͯ]/g, "");
  return (
    plain
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60)
      .toLowerCase() || "kleinod"
  );
}

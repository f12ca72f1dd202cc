import { useElementSize } from "@mantine/hooks";
import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "react";

interface PlotPictureProps {
  /** Draws for a width in pixels. Keep it stable (useCallback), it is what decides about drawing again. */
  draw: (width: number) => Plot.PlotOptions;
  height: number;
}

/** An Observable Plot as wide as its place. Hidden from screen readers: the frame carries the text alternative. */
export function PlotPicture({ draw, height }: PlotPictureProps) {
  const { ref: sizeRef, width } = useElementSize();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = place.current;
    if (host === null || width < 40) return;
    const picture = Plot.plot({
      height,
      width,
      marginTop: 16,
      style: { background: "none", color: "var(--k-ink)", fontSize: "12px" },
      ...draw(width),
    });
    // The picture before stays until the next one is drawn, so that nothing flickers while the window changes.
    host.replaceChildren(picture);
  }, [draw, height, width]);
  return (
    <div ref={sizeRef} style={{ minHeight: height }} aria-hidden="true">
      <div ref={place} />
    </div>
  );
}

import { type ReactNode, useEffect, useRef } from "react";

interface ScrollRegionProps {
  label: string;
  /** In pixels; higher content scrolls. On paper everything is shown. */
  maxHeight?: number | undefined;
  children: ReactNode;
}

/** A region that scrolls by itself. It joins the tab order only while there is something to scroll. */
export function ScrollRegion({ label, maxHeight, children }: ScrollRegionProps) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    const update = () => {
      const scrolls =
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (scrolls) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    };
    if (maxHeight !== undefined) element.style.setProperty("--k-scroll-height", `${maxHeight}px`);
    const observer = new ResizeObserver(update);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [maxHeight]);
  return (
    <section ref={region} className="k-scroll" aria-label={label}>
      {children}
    </section>
  );
}

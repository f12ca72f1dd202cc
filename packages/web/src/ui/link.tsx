import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type Native = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps | keyof AnchorProps>;
type WithRef = { ref?: Ref<HTMLAnchorElement> };

/** A button that goes to a page. A real link: it can be opened in a new tab and copied. */
export const LinkButton = createLink((props: ButtonProps & Native & WithRef) => (
  <Button component="a" {...props} />
));

/** A link within text or a table. */
export const TextLink = createLink((props: AnchorProps & Native & WithRef) => <Anchor {...props} />);

/**
 * Text that VS Code shows as it is. Notifications and quick inputs turn `[text](command:...)` into
 * something to click, and parts of our messages are a server's own words.
 */
export function plainText(text: string): string {
  return text.replaceAll("](", "] (");
}

/** The same for rows of quick picks, which turn `$(flame)` into an icon. */
export function plainLabel(text: string): string {
  return text.replaceAll("$(", "\\$(");
}

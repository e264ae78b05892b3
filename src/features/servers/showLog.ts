export function showLog({ log }: { readonly log: { show(): void } }): void {
  log.show();
}

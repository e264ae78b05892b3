/**
 * While it loads, the toolkit finds out whether `:focus-visible` is known by trying a rule in a style
 * element. Our policy forbids such elements, and the result would be no. So the first one gets a sheet
 * of its own and stays out of the page. To be imported before the toolkit.
 */
const { head } = document;

head.appendChild = <T extends Node>(node: T): T => {
  Reflect.deleteProperty(head, "appendChild");
  if (!(node instanceof HTMLStyleElement)) return head.appendChild(node);
  Object.defineProperty(node, "sheet", { value: new CSSStyleSheet() });
  head.removeChild = <Probe extends Node>(probe: Probe): Probe => {
    Reflect.deleteProperty(head, "removeChild");
    return probe;
  };
  return node;
};

import { type Row } from "../../platform/treeRow";
import { type NodesElement } from "./elements";

/** The rows around those of nodes and groups: of servers, and messages. */
export class OutlineRows {
  readonly #elements = new Map<string, NodesElement>();
  readonly #texts = new Map<string, string>();

  /** One object per id, for VS Code knows elements by their identity. */
  intern(element: NodesElement): NodesElement {
    const known = this.#elements.get(element.id);
    if (known !== undefined) return known;
    this.#elements.set(element.id, element);
    return element;
  }

  setDrawn({ id }: NodesElement, row: Row): void {
    this.#texts.set(id, JSON.stringify(row));
  }

  /** Whether a row that was drawn reads differently now. */
  isOutdated({ id }: NodesElement, row: Row | undefined): boolean {
    const text = this.#texts.get(id);
    return text !== undefined && row !== undefined && text !== JSON.stringify(row);
  }

  clear(): void {
    this.#elements.clear();
    this.#texts.clear();
  }
}

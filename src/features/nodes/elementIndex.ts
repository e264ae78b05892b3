import { type GroupElement, type NodeElement } from "./elements";

export type RowElement = GroupElement | NodeElement;

/** One object per id, for VS Code knows elements by their identity; and those of each node. */
export class ElementIndex {
  readonly #byId = new Map<string, RowElement>();
  readonly #byNode = new Map<string, NodeElement[]>();

  /** The element that is known by this id; this one from here on if there is none. */
  intern(element: RowElement): RowElement {
    const known = this.#byId.get(element.id);
    if (known !== undefined) return known;
    this.#byId.set(element.id, element);
    if (element.kind === "node") this.#add(element);
    return element;
  }

  /** A node may stand in several groups. */
  ofNode(uuid: string): readonly NodeElement[] {
    return this.#byNode.get(uuid) ?? [];
  }

  clear(): void {
    this.#byId.clear();
    this.#byNode.clear();
  }

  #add(element: NodeElement): void {
    const elements = this.#byNode.get(element.uuid);
    if (elements === undefined) this.#byNode.set(element.uuid, [element]);
    else elements.push(element);
  }
}

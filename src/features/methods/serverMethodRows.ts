import { type Role } from "../../komari/model/model";
import { type MethodSpec } from "../../shared/call/methodSpec";
import { type Row } from "../../platform/treeRow";
import { arrangeMethods, type MethodArrangement, type MethodGroup } from "./arrangeMethods";
import {
  type MethodElement,
  methodElement,
  type NamespaceElement,
  namespaceElement,
} from "./elements";
import { methodRow, namespaceRow } from "./methodRow";
import { type MethodsState } from "./methodsState";
import { isDenied } from "./methodWords";

export type MethodRowElement = NamespaceElement | MethodElement;

/** What the rows of a server are made from, as it is now. */
export interface MethodRowsSource {
  readonly serverId: string;
  readonly methods: () => readonly MethodSpec[];
  /** What we are to the server; undefined while that is not known. */
  readonly role: () => Role | undefined;
  readonly state: Pick<MethodsState, "choices" | "favorites">;
}

const none: MethodArrangement = { groups: [], shown: 0, total: 0 };

/** The rows of one server: which there are, what they say, and which of them a change touches. */
export class ServerMethodRows {
  #arrangement = none;
  /** By the id of their elements. */
  #groups: ReadonlyMap<string, MethodGroup> = new Map();
  #specs: ReadonlyMap<string, MethodSpec> = new Map();
  /** One object per id, for VS Code knows elements by their identity. */
  readonly #elements = new Map<string, MethodRowElement>();
  readonly #shown = new Map<MethodRowElement, string>();

  constructor(private readonly source: MethodRowsSource) {
    this.#arrange();
  }

  get arrangement(): MethodArrangement {
    return this.#arrangement;
  }

  roots(): MethodRowElement[] {
    return this.#arrangement.groups.map((group) => this.#elementOf(group));
  }

  childrenOf(group: NamespaceElement): MethodRowElement[] {
    const methods = this.#groups.get(group.id)?.methods ?? [];
    return methods.map(({ name }) => this.#intern(methodElement(group, name)));
  }

  /** The current row; it is compared with later ones from now on. */
  rowOf(element: MethodRowElement): Row | undefined {
    const row = this.#makeRow(element);
    if (row !== undefined) this.#shown.set(element, JSON.stringify(row));
    return row;
  }

  specOf({ method }: MethodElement): MethodSpec | undefined {
    return this.#specs.get(method);
  }

  /** The shown rows that read or hold something else now; `all` when groups came or went. */
  update(): readonly MethodRowElement[] | "all" {
    const before = this.#groups;
    this.#arrange();
    if (JSON.stringify([...before.keys()]) !== JSON.stringify([...this.#groups.keys()])) {
      this.#elements.clear();
      this.#shown.clear();
      return "all";
    }
    const moved = [...this.#groups].flatMap(([id, group]) =>
      namesOf(before.get(id)) === namesOf(group) ? [] : [this.#elementOf(group)],
    );
    const differing = [...this.#shown].flatMap(([element, shown]) => {
      const row = this.#makeRow(element);
      return row === undefined || JSON.stringify(row) === shown ? [] : [element];
    });
    return [...new Set([...moved, ...differing])];
  }

  #arrange(): void {
    const { methods, state, serverId } = this.source;
    const specs = methods();
    this.#specs = new Map(specs.map((spec) => [spec.name, spec]));
    this.#arrangement = arrangeMethods(specs, state.choices, state.favorites);
    const idOf = ({ key }: MethodGroup) => namespaceElement(serverId, key, this.#filtered).id;
    this.#groups = new Map(this.#arrangement.groups.map((group) => [idOf(group), group]));
  }

  get #filtered(): boolean {
    return this.source.state.choices.filter !== "";
  }

  #elementOf({ key }: MethodGroup): MethodRowElement {
    return this.#intern(namespaceElement(this.source.serverId, key, this.#filtered));
  }

  #intern(element: MethodRowElement): MethodRowElement {
    const known = this.#elements.get(element.id);
    if (known !== undefined) return known;
    this.#elements.set(element.id, element);
    return element;
  }

  #makeRow(element: MethodRowElement): Row | undefined {
    if (element.kind === "namespace") {
      const group = this.#groups.get(element.id);
      return group && namespaceRow(group);
    }
    const spec = this.#specs.get(element.method);
    return (
      spec &&
      methodRow(spec, {
        isFavorite: this.source.state.favorites.has(spec.name),
        denied: isDenied(spec, this.source.role()),
        withNamespace: element.group.key.kind === "favorites",
      })
    );
  }
}

function namesOf(group: MethodGroup | undefined): string {
  return JSON.stringify(group?.methods.map(({ name }) => name));
}

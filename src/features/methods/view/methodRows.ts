import { type ServerFleet } from "../../../fleet/serverFleet";
import { type MethodSpec } from "../../../shared/call/methodSpec";
import { type GroupElement } from "../../tree/elements";
import { type Arrangement, type DrawnRows, type RowSource } from "../../tree/groupedRows";
import { plainContent, type RowContent } from "../../tree/shownRows";
import { arrangeMethods, type GroupKey } from "./arrangeMethods";
import { type MethodElement, methodElement } from "./methodElements";
import { methodRow, namespaceRow } from "./methodRow";
import { type MethodsState } from "./methodsState";
import { isDenied, roleOf } from "./methodWords";

/** What the rows of a server are made from, as it is now. */
export interface MethodRowsContext {
  readonly server: Pick<ServerFleet, "id"> & {
    readonly session: Pick<ServerFleet["session"], "state">;
  };
  readonly methods: () => readonly MethodSpec[];
  readonly state: Pick<MethodsState, "choices" | "favorites">;
}

/** The rows of a server's methods and their namespaces. Changes are rare, so each is compared with all rows. */
export class MethodRows implements RowSource<GroupKey, MethodElement, undefined> {
  readonly serverId: string;
  #specs: ReadonlyMap<string, MethodSpec> = new Map();

  constructor(private readonly context: MethodRowsContext) {
    this.serverId = context.server.id;
  }

  arrange(): Arrangement<GroupKey> {
    const { choices, favorites } = this.context.state;
    const specs = this.context.methods();
    this.#specs = new Map(specs.map((spec) => [spec.name, spec]));
    const { groups, shown, total } = arrangeMethods(specs, choices, favorites);
    const named = groups.map(({ key, methods }) => ({
      key,
      leaves: methods.map(({ name }) => name),
    }));
    return { groups: named, leaves: [], shown, total };
  }

  movesRows(): boolean {
    return true;
  }

  leaf(method: string, group: GroupElement<GroupKey> | undefined): MethodElement {
    return methodElement(this.serverId, method, group);
  }

  groupContent(key: GroupKey, { length }: readonly string[]): RowContent | undefined {
    return length === 0 ? undefined : plainContent(namespaceRow(key, length));
  }

  leafContent({ method, group }: MethodElement): RowContent | undefined {
    const spec = this.#specs.get(method);
    if (spec === undefined) return undefined;
    const { server, state } = this.context;
    const row = methodRow(spec, {
      isFavorite: state.favorites.has(method),
      denied: isDenied(spec, roleOf(server)),
      withNamespace: group?.key.kind === "favorites",
    });
    return plainContent(row);
  }

  touchedRows(_change: undefined, rows: DrawnRows<GroupKey, MethodElement>) {
    return rows.drawn();
  }
}

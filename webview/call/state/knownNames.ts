import { type CallNames } from "../../../src/shared/call/callApi";
import { type Picker } from "../../../src/shared/call/methodSpec";

/** No UUID or id is longer. */
const maxIdLength = 100;

const taskKey = /^(?:ping_?)?task_?id$/i;

/** The names of the server's nodes and ping tasks, to be shown behind their UUIDs and ids. */
export class KnownNames {
  #nodes: ReadonlyMap<string, string> = new Map();
  #tasks: ReadonlyMap<string, string> = new Map();

  update({ nodes, tasks }: CallNames): void {
    this.#nodes = new Map(nodes);
    this.#tasks = new Map(tasks);
  }

  node(uuid: string): string | undefined {
    return uuid.length > maxIdLength ? undefined : this.#nodes.get(uuid);
  }

  task(id: string): string | undefined {
    return id.length > maxIdLength ? undefined : this.#tasks.get(id);
  }

  /** Of what a picker picks. */
  picked(picker: Picker | undefined, value: string): string | undefined {
    if (picker === "node" || picker === "nodes") return this.node(value);
    return picker === "pingTask" ? this.task(value) : undefined;
  }

  /** Of a value of a response, with the key that it stands under. */
  of(key: string, kind: string, raw: string): string | undefined {
    if (kind === "string") return this.node(raw.slice(1, -1));
    return kind === "number" && taskKey.test(key) ? this.task(raw) : undefined;
  }
}

import { Sequence, alphanumeric } from "../random";

export interface ExecResult {
  readonly client: string;
  readonly result: string;
  readonly exitCode: number;
  readonly finishedAt: number;
}

export interface ExecTask {
  readonly id: string;
  readonly command: string;
  readonly createdAt: number;
  readonly results: readonly ExecResult[];
}

/** Commands that were sent to nodes. Nothing is run: each node echoes, a moment later. */
export class ExecTasks {
  readonly #random: Sequence;
  readonly #tasks = new Map<string, ExecTask>();

  constructor(seed: number) {
    this.#random = new Sequence(seed ^ 0xe8ec);
  }

  get all(): readonly ExecTask[] {
    return [...this.#tasks.values()];
  }

  get(id: string): ExecTask | undefined {
    return this.#tasks.get(id);
  }

  add(command: string, clients: readonly string[], now: number): ExecTask {
    const results = clients.map((client) => ({
      client,
      result: `$ ${command}\n\u001b[32mok\u001b[0m\n`,
      exitCode: command.startsWith("false") ? 1 : 0,
      finishedAt: now + this.#random.int(200, 2500),
    }));
    const task = { id: this.#random.text(16, alphanumeric), command, createdAt: now, results };
    this.#tasks.set(task.id, task);
    return task;
  }
}

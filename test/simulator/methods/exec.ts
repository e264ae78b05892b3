import { writeTime } from "../goTime";
import { type Json } from "../json";
import { RpcError, internalError, invalidParams } from "../rpcError";
import { type World } from "../world";
import { type ExecResult, type ExecTask } from "./execTasks";
import { type Handlers, type MethodContext } from "./handler";
import { asText, asTexts, bind } from "./params";

export const execMethods: Handlers = {
  "admin:exec": exec,
  "admin:getTasks": ({ world }) => world.execTasks.all.map((task) => wireTask(task, world)),
  "admin:getTaskById": (context) => wireTask(requiredTask(context), context.world),
  "admin:getTaskResultsByTaskId": (context) => results(requiredTask(context), context.world),
  "admin:getSpecificTaskResult": (context) => {
    const { uuid } = bind(context.params, ["task_id", "uuid"]);
    const task = requiredTask(context);
    const result = task.results.find(({ client }) => client === uuid);
    if (result === undefined) throw new RpcError(-32044, "Task not found");
    return wireResult(task, result, context.world);
  },
  "admin:getTasksByClientId": ({ params, world }) => {
    const { uuid } = bind(params, ["uuid"]);
    const tasks = world.execTasks.all.filter((task) =>
      task.results.some(({ client }) => client === uuid),
    );
    if (tasks.length === 0) throw new RpcError(-32044, "No tasks found for this client");
    return tasks.map((task) => wireTask(task, world));
  },
};

function exec({ world, params }: MethodContext): Json {
  const { command, clients } = bind(params, ["command", "clients"]);
  if ((asText(command) ?? "").trim() === "") throw invalidParams("Command cannot be empty");
  const uuids = asTexts(clients) ?? [];
  if (uuids.length === 0) throw invalidParams("clients is required");
  const now = world.clock.now();
  const { graceMs } = world.profile.status;
  const online = uuids.filter((uuid) => {
    const node = world.fleet.get(uuid);
    return node !== undefined && world.fleet.online(node, now, graceMs);
  });
  if (online.length === 0) throw invalidParams("No clients connected");
  const task = world.execTasks.add(asText(command) ?? "", online, now);
  return { task_id: task.id, clients: online, queued_clients: null };
}

function requiredTask({ world, params }: MethodContext): ExecTask {
  const id = asText(bind(params, ["task_id"]).task_id) ?? "";
  const task = world.execTasks.get(id);
  if (task === undefined) throw internalError("Failed to retrieve task: record not found");
  return task;
}

function wireTask(task: ExecTask, world: World): Json {
  const created_at = writeTime(task.createdAt, world.profile.time);
  const clients = task.results.map(({ client }) => client);
  return { task_id: task.id, clients, command: task.command, created_at };
}

function results(task: ExecTask, world: World): Json {
  return task.results.map((result) => wireResult(task, result, world));
}

/** Rows are there from the start; code and end are null until the node has answered. */
function wireResult(
  { id, createdAt }: ExecTask,
  result: ExecResult,
  { clock, profile }: World,
): Json {
  const done = clock.now() >= result.finishedAt;
  return {
    task_id: id,
    client: result.client,
    result: done ? result.result : "",
    exit_code: done ? result.exitCode : null,
    finished_at: done ? writeTime(result.finishedAt, profile.time) : null,
    created_at: writeTime(createdAt, profile.time),
  };
}

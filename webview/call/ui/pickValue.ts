import { type ParamSpec } from "../../../src/shared/call/methodSpec";
import { type FieldDraft } from "../../../src/shared/call/requestDraft";
import { type CallApi } from "../../../src/shared/call/callApi";
import { type Channel } from "../../lib/ipc";

/** Undefined: nothing was chosen. Rejects with a localized error. */
export async function pickValue(
  host: Pick<Channel<CallApi>, "request">,
  { name, picker, type }: ParamSpec,
  field: FieldDraft | undefined,
): Promise<FieldDraft | undefined> {
  if (picker === undefined) return undefined;
  const { text = "", items = [] } = field ?? {};
  const many = type.kind === "list";
  const current = many ? items : [text].filter((each) => each !== "");
  const picked = await host.request("pick", { param: name, picker, many, current });
  if (picked === undefined) return undefined;
  return { set: true, ...(many ? { text: "", items: picked } : { text: picked[0] ?? "" }) };
}

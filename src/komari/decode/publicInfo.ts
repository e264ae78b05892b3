import { isRecord } from "../../util/json";
import { type OfflinePosition, type PublicInfo } from "../model/model";
import { malformed } from "./malformed";
import { label, flag, positive } from "./primitives";

/** common:getPublicInfo; the set of fields differs by version, so all are optional. */
export function decodePublicInfo(result: unknown): PublicInfo {
  if (!isRecord(result)) throw malformed("public info", result);
  return {
    siteName: label(result.sitename) ?? "",
    passwordLoginDisabled: flag(result.disable_password_login),
    recordEnabled: flag(result.record_enabled),
    recordPreserveHours: keptHours(result.record_preserve_time),
    pingRecordPreserveHours: keptHours(result.ping_record_preserve_time),
    offlinePosition: offlinePosition(result.theme_settings),
  };
}

/** A century. Servers cannot reckon with more than three, and dates end before long. */
const maxKeptHours = 876_000;

function keptHours(value: unknown): number | undefined {
  const hours = positive(value);
  return hours === undefined ? undefined : Math.min(hours, maxKeptHours);
}

function offlinePosition(settings: unknown): OfflinePosition {
  const position = isRecord(settings) ? settings.offlineServerPosition : undefined;
  if (position === "First") return "first";
  return position === "Keep" ? "keep" : "last";
}

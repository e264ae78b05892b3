import { nekomari } from "./nekomari";
import { type Profile } from "./profile";
import { v107 } from "./v107";
import { v123 } from "./v123";
import { v143 } from "./v143";
import { v161 } from "./v161";

export const profiles = {
  "1.0.7": v107,
  "1.2.3": v123,
  "1.4.3": v143,
  "1.6.1": v161,
  nekomari,
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof profiles;

export function isProfileName(name: string): name is ProfileName {
  return name in profiles;
}

/** Upstream from the oldest to the newest, then forks. */
export const profileNames: readonly ProfileName[] = Object.keys(profiles).filter(isProfileName);

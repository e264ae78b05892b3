import { addServer } from "./addServer";
import { copyServerInfo } from "./copyServerInfo";
import { editServer } from "./editServer";
import { openDashboard } from "./openDashboard";
import { reconnectServer } from "./reconnectServer";
import { removeServer } from "./removeServer";
import { signIn } from "./signIn";
import { signOut } from "./signOut";

/** The commands with all their flows over native inputs: read with the first that is run. */
export const serverCommands = {
  addServer,
  copyServerInfo,
  editServer,
  openDashboard,
  reconnectServer,
  removeServer,
  signIn,
  signOut,
} as const;

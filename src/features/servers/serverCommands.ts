import { addServer } from "./commands/addServer";
import { copyServerInfo } from "./commands/copyServerInfo";
import { editServer } from "./commands/editServer";
import { openDashboard } from "./commands/openDashboard";
import { reconnectServer } from "./commands/reconnectServer";
import { removeServer } from "./commands/removeServer";
import { signIn } from "./commands/signIn";
import { signOut } from "./commands/signOut";

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

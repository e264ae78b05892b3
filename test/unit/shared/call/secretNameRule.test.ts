import assert from "node:assert/strict";
import { isSecretName } from "../../../../src/shared/call/secretNameRule";

const secret = [
  ...["token", "TOKEN", "session_token", "accessToken", "access-token", "apitoken", "tokens"],
  ...["token2", "api_key", "apiKey", "APIKey", "apikey", "X-API-Key", "auto_discovery_key"],
  ...["password", "passwd", "Password", "smtp_pass", "current_password", "password_hash", "pwd"],
  ...["secret", "client_secret", "clientsecret", "secretKey", "private key", "privateKey"],
  ...["session", "session_id", "Cookie", "set-cookie", "Authorization", "credential"],
  ...["dsn", "metric_db_dsn", "source_dsn", "tempory_share_token", "temp_key"],
  ...["2fa_code", "two_factor", "two_factor_code", "otp", "recovery_codes", "backupCodes"],
  // Of notification channels.
  ...["device_key", "sendkey", "send_key", "sckey", "webhook_url", "webhookUrl", "hook_url"],
  ...["ssh_key", "psk", "pem", "mnemonic", "basic_auth", "connection_string", "auto-discovery"],
];

const open = [
  ...["uuid", "name", "key", "metric_key", "keys", "author", "group", "expired_at", "keyboard"],
  ...["token_count", "sessions", "secretary", "session_expires", "tempory_share_token_expire_at"],
  ...["login_method", "disable_password_login", "has_password", "max_tokens", "cookie_name"],
  ...["2fa_enabled", "o_auth_provider", "oauth_enable", "tokenStored", "passed", "compass"],
  ...["webhook", "webhook_method", "webhook_enabled", "url", "webhook_url_count", "item"],
  ...["task_id", "monkey", "design", "", "_"],
];

describe("isSecretName", () => {
  for (const name of secret) it(`of "${name}"`, () => assert.equal(isSecretName(name), true));
  for (const name of open) it(`not of "${name}"`, () => assert.equal(isSecretName(name), false));
});

/** Prints bearer tokens of the accounts that take part, by account, as JSON: for a system that was started by ./run. Arguments go to ./run token. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ACCOUNTS } from "./stage.js";

const run = fileURLToPath(new URL("../../../../run", import.meta.url));
const tokens = Object.values(ACCOUNTS).map((account) => [
  account,
  execFileSync(run, ["token", account, ...process.argv.slice(2)], { encoding: "utf8" }).trim(),
]);
console.log(JSON.stringify(Object.fromEntries(tokens)));

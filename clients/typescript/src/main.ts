/**
 * Walks through a campaign of its own by the typed client, calls every operation of the contract, and holds every answer against it.
 *
 * ZHENGGAI_URL names the gateway; standard input is a JSON object of bearer tokens by account. Exit status: 0 when every operation was
 * carried out and every answer is as the contract declares it, 1 when not.
 */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { publishCampaign } from "./campaign.js";
import { Contract } from "./contract.js";
import { filePlan, fileReport, train } from "./filings.js";
import { keepLedger } from "./ledger.js";
import { audit, keepContacts, lookAtFigures, lookAtReminders } from "./oversight.js";
import { stageOf } from "./stage.js";

const repository = new URL("../../../../", import.meta.url);
const contract = new Contract(new URL("docs/openapi.yaml", repository));
const tokens = JSON.parse(await text(process.stdin)) as Record<string, string>;
const stage = stageOf(process.env["ZHENGGAI_URL"] ?? "http://127.0.0.1:8080", tokens, contract);

const notice = readFileSync(new URL("data/notice-2021-7.txt", repository), "utf8");
try {
  const campaign = await publishCampaign(stage, notice);
  const issue = await keepLedger(stage, campaign);
  await filePlan(stage, campaign, issue);
  await train(stage, campaign);
  await fileReport(stage, campaign);
  await keepContacts(stage);
  await lookAtReminders(stage, campaign);
  await lookAtFigures(stage, campaign);
  await audit(stage);
} finally {
  const { operations, missed, answers, violations } = contract;
  violations.forEach((violation) => console.log(`not as declared  ${violation}`));
  missed.forEach((operation) => console.log(`not carried out  ${operation}`));
  console.log(
    `client: ${operations.length - missed.length} of ${operations.length} operations, ` +
      `${answers} answers, ${violations.length} not as declared`,
  );
  process.exitCode = violations.length === 0 && missed.length === 0 ? 0 : 1;
}

import { type Api, clientOf } from "./client.js";
import type { Contract } from "./contract.js";

const CITY = "411300";

/** The accounts whose tokens are needed. */
export const ACCOUNTS = {
  province: "province",
  reviewerOfProvince: "province:2",
  office: `office:${CITY}`,
  reviewerOfOffice: `office:${CITY}:2`,
  lead: `department:${CITY}:住建局`,
  platform: "system:approval-platform",
  statistics: "system:statistics",
  auditor: "auditor",
} as const;

/** Who takes part in the walk, and where. */
export type Stage = Readonly<Record<keyof typeof ACCOUNTS, Api>> & { readonly nobody: Api; readonly city: string };

/** @param tokens by account, for each of {@link ACCOUNTS} */
export function stageOf(baseUrl: string, tokens: Readonly<Record<string, string>>, contract: Contract): Stage {
  const as = (part: keyof typeof ACCOUNTS): Api => {
    const token = tokens[ACCOUNTS[part]];
    if (token === undefined) {
      throw new Error(`there is no token for ${ACCOUNTS[part]}`);
    }
    return clientOf(baseUrl, token, contract.watch());
  };
  return {
    province: as("province"),
    reviewerOfProvince: as("reviewerOfProvince"),
    office: as("office"),
    reviewerOfOffice: as("reviewerOfOffice"),
    lead: as("lead"),
    platform: as("platform"),
    statistics: as("statistics"),
    auditor: as("auditor"),
    nobody: clientOf(baseUrl, "nobody", contract.watch()),
    city: CITY,
  };
}

import { randomUUID } from "node:crypto";
import type { Campaign } from "./campaign.js";
import { read, type Schemas } from "./client.js";
import type { Stage } from "./stage.js";

/** A matter that three weeks' scorecards tell of: the second line is taken for the same, the third is not. */
export async function deliver({ platform, office, city }: Stage, campaign: Campaign): Promise<void> {
  const matter = `水电气外线工程审批未并联办理${randomUUID()}`;
  const delivered = async (): Promise<Schemas["DeliveredItem"]> => {
    const line: Schemas["SourceItem"] = { source: "SYSTEM_SCORECARD", documentNumber: `成绩单${randomUUID()}`, itemNumber: "1" };
    const item: Schemas["DeliveredIssue"] = {
      region: city,
      description: matter,
      category: "TIME",
      severity: "GENERAL",
      sourceItem: line,
    };
    const body: Schemas["IssueDelivery"] = { campaignId: campaign.id, items: [item] };
    const { data } = await read(platform.POST("/api/v1/issue-deliveries", { body }));
    const [result] = data.items;
    if (result === undefined) {
      throw new Error("there is no result for what was delivered");
    }
    return result;
  };
  const proposed = async (): Promise<string> => {
    const { outcome, proposalId } = await delivered();
    if (outcome !== "PROPOSED" || proposalId === undefined) {
      throw new Error(`what is still open is not proposed: ${outcome}`);
    }
    return proposalId;
  };
  await delivered();
  const same = await proposed();
  const another = await proposed();
  await read(office.GET("/api/v1/source-item-proposals", { params: { query: { status: "PENDING", city } } }));
  const named = async (id: string) => {
    const { etag } = await read(office.GET("/api/v1/source-item-proposals/{id}", { params: { path: { id } } }));
    return { path: { id }, header: { "If-Match": etag } };
  };
  await read(office.POST("/api/v1/source-item-proposals/{id}/acceptances", { params: await named(same) }));
  const body = { reason: "不是同一事项" };
  await read(office.POST("/api/v1/source-item-proposals/{id}/refusals", { params: await named(another), body }));
}

import type { Campaign } from "./campaign.js";
import { read, refusal, type Schemas } from "./client.js";
import type { Stage } from "./stage.js";

/** Looks back at what was closed today, and tells what was found of one issue. */
export async function lookBack({ province, office, auditor, city }: Stage, campaign: Campaign, closed: string): Promise<void> {
  const wanted: Schemas["NewLookBack"] = {
    campaignId: campaign.id,
    closedFrom: campaign.today,
    closedTo: campaign.today,
    regions: [city],
    percentage: 100,
  };
  const drawn = await read(province.POST("/api/v1/look-backs", { body: wanted }));
  const path = { id: drawn.data.id };
  await refusal(404, office.GET("/api/v1/look-backs/{id}", { params: { path } }));
  const result: Schemas["LookBackResult"] = {
    issue: closed,
    finding: "TRUE",
    note: "现场核查属实",
    checkedOn: campaign.today,
    checkedBy: "李督查",
  };
  await read(
    province.POST("/api/v1/look-backs/{id}/results", {
      params: { path, header: { "If-Match": drawn.etag } },
      body: result,
    }),
  );
  await read(office.GET("/api/v1/look-backs", { params: { query: { campaignId: campaign.id } } }));
  await read(office.GET("/api/v1/look-backs/{id}", { params: { path } }));
  await read(office.GET("/api/v1/look-backs/{id}/issues", { params: { path } }));
  await read(auditor.GET("/api/v1/look-backs/{id}/population", { params: { path } }));
}

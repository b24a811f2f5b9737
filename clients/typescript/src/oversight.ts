import { randomUUID } from "node:crypto";
import type { Campaign } from "./campaign.js";
import { read, refusal } from "./client.js";
import { movedBy } from "./days.js";
import type { Stage } from "./stage.js";

const SERVICES = ["issue-service", "plan-service", "report-service", "notification-service"] as const;

/** Names a contact, changes it, and takes it away again. */
export async function keepContacts({ office, city }: Stage): Promise<void> {
  const person = {
    region: city,
    post: "CONTACT" as const,
    unit: `发改委${randomUUID().slice(0, 8)}`,
    name: "张联络",
    email: "lead@offices.example",
  };
  const created = await read(office.POST("/api/v1/contacts", { body: person }));
  const path = { id: created.data.id };
  await read(office.GET("/api/v1/contacts", { params: { query: { region: city } } }));
  await read(office.GET("/api/v1/contacts/{id}", { params: { path } }));
  const changed = await read(
    office.PUT("/api/v1/contacts/{id}", {
      params: { path, header: { "If-Match": created.etag } },
      body: { ...person, name: "王联络" },
    }),
  );
  await read(office.DELETE("/api/v1/contacts/{id}", { params: { path, header: { "If-Match": changed.etag } } }));
  await refusal(404, office.GET("/api/v1/contacts/{id}", { params: { path } }));
}

/** Looks at reminders, and at what became of the last one if there was any. */
export async function lookAtReminders({ province }: Stage, campaign: Campaign): Promise<void> {
  await read(province.GET("/api/v1/reminders"));
  const from = campaign.today;
  const to = movedBy(7, from);
  await read(province.GET("/api/v1/reminders/rehearsal", { params: { query: { from, to } } }));
  await refusal(400, province.GET("/api/v1/reminders/rehearsal", { params: { query: { from: to, to: from } } }));
  const dispatches = await read(province.GET("/api/v1/dispatches"));
  for (const { id } of dispatches.data.items.slice(0, 1)) {
    await read(province.GET("/api/v1/dispatches/{id}", { params: { path: { id } } }));
  }
}

/** Looks at figures, the board and the ranking. */
export async function lookAtFigures({ province, office }: Stage, campaign: Campaign): Promise<void> {
  const query = { campaignId: campaign.id };
  await read(province.GET("/api/v1/board", { params: { query } }));
  await read(office.GET("/api/v1/figures", { params: { query: { ...query, groupBy: "SOURCE" } } }));
  await read(office.GET("/api/v1/figures/trend", { params: { query } }));
  const from = campaign.today;
  const to = movedBy(30, from);
  await read(office.GET("/api/v1/figures/comparison", { params: { query: { from, to, groupBy: "SOURCE" } } }));
  await refusal(400, office.GET("/api/v1/figures/comparison", { params: { query: { from: to, to: from } } }));
  await read(province.GET("/api/v1/figures/ranking", { params: { query } }));
  const body = { campaignId: campaign.id, title: "整改情况排名" };
  const { data } = await read(province.POST("/api/v1/figures/rankings", { body }));
  await read(office.GET("/api/v1/figures/rankings", { params: { query } }));
  await read(office.GET("/api/v1/figures/rankings/{id}", { params: { path: { id: data.id } } }));
  await refusal(403, office.GET("/api/v1/figures/ranking", { params: { query } }));
}

/** Looks at what is on record. */
export async function audit({ auditor, office }: Stage): Promise<void> {
  for (const service of SERVICES) {
    const params = { path: { service } };
    await read(auditor.GET("/api/v1/audit/{service}", { params }));
    await read(auditor.GET("/api/v1/audit/{service}/personal-data-reads", { params }));
    await read(auditor.GET("/api/v1/audit/{service}/seals", { params }));
    await refusal(403, office.GET("/api/v1/audit/{service}", { params }));
  }
}

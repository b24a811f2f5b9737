import { randomUUID } from "node:crypto";
import { read, refusal, type Schemas } from "./client.js";
import type { Stage } from "./stage.js";

/** Keeps a view of the list of issues, looks at it, changes it, and removes it. */
export async function keepViews({ office, city }: Pick<Stage, "office" | "city">): Promise<void> {
  const body: Schemas["NewSavedView"] = {
    name: `逾期未结 ${randomUUID()}`,
    filter: { city: [city], status: ["ASSIGNED", "IN_RECTIFICATION"], overdue: true },
    sort: "DEADLINE",
  };
  const kept = await read(office.POST("/api/v1/issue-views", { body }));
  if (kept.data.query !== `city=${city}&status=ASSIGNED&status=IN_RECTIFICATION&overdue=true&sort=DEADLINE`) {
    throw new Error(`a view is asked for as ${kept.data.query}`);
  }
  const problem = await refusal(409, office.POST("/api/v1/issue-views", { body }));
  if (problem.violations?.[0]?.field !== "name") {
    throw new Error(`a name that is taken is not named: ${JSON.stringify(problem)}`);
  }
  const path = { id: kept.data.id };
  const all = await read(office.GET("/api/v1/issue-views"));
  if (!all.data.items.some((view) => view.id === path.id)) {
    throw new Error("a view that is kept is not listed");
  }
  await read(office.GET("/api/v1/issue-views/{id}", { params: { path } }));
  const changed = await read(
    office.PUT("/api/v1/issue-views/{id}", {
      params: { path, header: { "If-Match": kept.etag } },
      body: { ...body, sort: "SEVERITY" },
    }),
  );
  await read(office.DELETE("/api/v1/issue-views/{id}", { params: { path, header: { "If-Match": changed.etag } } }));
  await refusal(404, office.GET("/api/v1/issue-views/{id}", { params: { path } }));
}

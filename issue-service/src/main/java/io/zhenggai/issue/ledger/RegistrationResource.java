package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.identity.Role.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registering over HTTP. */
@Path("/api/v1/issues")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
public class RegistrationResource {

    private final RegistrationService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    RegistrationResource(
            RegistrationService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Registers an issue. */
    @POST
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT, Claim.SYSTEM})
    @MachineScope("issues:write")
    @Operation(
            operationId = "registerIssue",
            summary = "Register an issue 登记问题",
            description =
                    "For the province, offices, counties, zones and departments, each within its region, until the campaign"
                            + " ends; counties, zones and departments register what they found themselves, and other systems, in the whole"
                            + " province, what comes of the sources that their tokens name (scope source:…). A source item is"
                            + " registered once: by source, document, item and region; without an item number the description"
                            + " takes its place. An issue that has come back names the closed one in recurrenceOf. 省工改办、省辖市工改办、县（市、区）、开发区和部门在本地区范围内登记；"
                            + "县（市、区）、开发区和部门只能登记自查发现的问题；省级系统可在全省范围内登记令牌（source:…）所列来源的问题；整改行动结束后不再登记。同一来源、文号、条目号、地区只登记一次，"
                            + "没有条目号的以问题描述区分。问题反弹的，以 recurrenceOf 注明原已销号的问题。")
    @APIResponse(
            responseCode = "201",
            description = "registered 已登记",
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(
            responseCode = "409",
            description =
                    "the source item is registered already; the detail names its number to who may see it 该来源条目已经登记")
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(
            responseCode = "422",
            description = "unknown campaign, region or source, a campaign that has ended, or a date that cannot be"
                    + " 整改行动、地区、来源不存在，整改行动已结束，或日期有误")
    public Response register(@NotNull @Valid NewIssue issue) {
        Registration rules = service.rules(caller.get(), issue.campaignId());
        return idempotency.once(() -> {
            IssueView view = service.register(caller.get(), rules, issue);
            URI location = URI.create("/api/v1/issues/" + view.fields().id());
            return Answers.created(location, view, view.version(), BusinessTime.today(clock));
        });
    }
}

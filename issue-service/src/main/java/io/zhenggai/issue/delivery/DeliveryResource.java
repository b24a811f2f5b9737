package io.zhenggai.issue.delivery;

import io.zhenggai.issue.ledger.Registration;
import io.zhenggai.issue.ledger.RegistrationService;
import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.json.Item;
import io.zhenggai.kit.json.ItemChecks;
import io.zhenggai.kit.problem.AcceptedLanguage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What other systems deliver, over HTTP: one result for each item, and those that are refused keep nobody else back. */
@Path("/api/v1/issue-deliveries")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
public class DeliveryResource {

    private final DeliveryService service;
    private final RegistrationService registrations;
    private final ItemChecks checks;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;

    DeliveryResource(
            DeliveryService service,
            RegistrationService registrations,
            ItemChecks checks,
            IdempotencyService idempotency,
            CurrentCaller caller) {
        this.service = service;
        this.registrations = registrations;
        this.checks = checks;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** 报送. */
    @POST
    @RolesAllowed(Claim.SYSTEM)
    @MachineScope("issues:write")
    @Operation(
            operationId = "deliverIssues",
            summary = "Deliver many issues 报送问题",
            description =
                    "For other systems: up to 200 of one campaign, each by the rules of a registration and of a source that the token"
                            + " names (scope source:…). Each is REGISTERED, ALREADY_REGISTERED (delivered again, nothing is done"
                            + " twice), PROPOSED as another source item of an issue of the same region that is still open and likely"
                            + " the same matter, for its office to decide, or REFUSED with the rules that it breaks, which keeps"
                            + " nobody else back. 供省级系统批量报送，一次最多 200 条，规则与登记相同，来源须为令牌（source:…）所列；逐条返回结果：已登记；"
                            + "此前已登记的不重复登记；与本地区未销号问题疑似同一事项的，提请工改办核定是否增加为其来源；不符合规则的逐条说明原因，不影响其他条目。")
    @APIResponse(
            responseCode = "200",
            description = "one result for each item, in their order 逐条结果，顺序与请求一致",
            content = @Content(schema = @Schema(implementation = DeliveryResult.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(
            responseCode = "409",
            description =
                    "one of them is being registered by another way at this moment; send it again 同一来源条目正在登记，请重新报送")
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(
            responseCode = "422",
            description = "an unknown campaign, or one that has ended: nothing is registered 整改行动不存在或已结束")
    public Response deliver(@NotNull @Valid IssueDelivery body, @Context HttpHeaders headers) {
        Registration rules = registrations.rules(caller.get(), body.campaignId());
        Locale locale = AcceptedLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        List<Item<DeliveredIssue>> items = checks.check(body.items());
        return idempotency.once(() -> Response.ok(
                        DeliveryResult.of(service.deliver(caller.get(), rules, body.campaignId(), items), locale))
                .build());
    }
}

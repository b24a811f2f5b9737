package io.zhenggai.issue.onthespot;

import io.zhenggai.issue.ledger.IssueVersion;
import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.issue.ledger.Registration;
import io.zhenggai.issue.ledger.RegistrationService;
import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
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

/** 立行立改 over HTTP. */
@Path("/api/v1/issues/on-the-spot")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
public class OnTheSpotResource {

    private final OnTheSpotCallService service;
    private final RegistrationService registrations;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    OnTheSpotResource(
            OnTheSpotCallService service,
            RegistrationService registrations,
            IdempotencyService idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.service = service;
        this.registrations = registrations;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Registers, explains and requests the close-out. */
    @POST
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "putIssueRightOnTheSpot",
            summary = "Put right on the spot 立行立改",
            description =
                    "One call for a trifle that was put right when it was found: it registers the issue by the rules of a registration, with its"
                            + " cause, who led and was responsible, the result and the evidence (uploads of the caller's own), and requests the"
                            + " close-out. All of it or nothing. GENERAL severity only; a department is itself the lead unit. Somebody else"
                            + " verifies it, as usual and within two working days, and who complained is called back before. 一次办理：登记已当场整改的一般问题，说明原因、"
                            + "牵头单位、责任人、整改结果，附佐证材料（本人预先上传的文件），并申请销号，全部成功或全部不办理。只适用于“一般”问题；部门办理的，牵头单位为本部门。验收照常由他人在两个工作日"
                            + "内办理，投诉类问题销号前仍须回访。")
    @APIResponse(
            responseCode = "201",
            description = "registered, and its close-out requested 已登记并申请销号",
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
            description =
                    "a rule of the registration is broken, it is no trifle, a department is not the lead unit, or an upload is not there, has"
                            + " expired or is attached already 不符合登记规则，不是一般问题，牵头单位不是本部门，或上传文件不存在、已过期、已使用")
    public Response putRight(@NotNull @Valid OnTheSpot body) {
        Registration rules = registrations.rules(caller.get(), body.issue().campaignId());
        return idempotency.once(() -> {
            IssueView view = service.call(caller.get(), rules, body);
            IssueVersion issue = view.idAndVersion();
            URI location = URI.create("/api/v1/issues/" + issue.id());
            return Answers.created(location, view, issue.version(), BusinessTime.today(clock));
        });
    }
}

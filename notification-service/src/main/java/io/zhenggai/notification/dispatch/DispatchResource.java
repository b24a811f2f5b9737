package io.zhenggai.notification.dispatch;

import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.notification.contact.EmailAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Dispatch records over HTTP: the proof of every mail. */
@Path("/api/v1/dispatches")
@Tag(name = "dispatches", description = "The attempts to bring reminders to people 发送记录")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Claim.PROVINCE,
    Claim.OFFICE,
    Claim.INDICATOR_LEAD,
    Claim.COUNTY,
    Claim.DEPARTMENT,
    Claim.LEADER,
    Claim.AUDITOR
})
@APIResponse(responseCode = "401", description = "not signed in 未登录")
@APIResponse(responseCode = "403", description = "not for this role 该角色无权查看")
public class DispatchResource {

    private static final String WHO = " The province sees all, everybody else what goes to their own region and below;"
            + " addresses are for the province and the offices, others see them masked."
            + " 省级可查看全部，其他用户仅可查看发给本地区及以下的记录；邮箱地址仅省级和各市工改办可见，其他用户看到的已作遮盖。";

    private final DispatchService service;
    private final CurrentCaller caller;

    DispatchResource(DispatchService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Lists dispatch records. */
    @GET
    @Operation(
            operationId = "listDispatches",
            summary = "List dispatch records 查询发送记录",
            description = "The newest first." + WHO)
    @APIResponse(responseCode = "200", description = "a page 一页发送记录")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    public RestResponse<Page<DispatchView>> list(
            @QueryParam("status") @Nullable DispatchStatus status,
            @Parameter(description = "of recipients of this region 收件人所属地区代码")
                    @QueryParam("region")
                    @RegionCodeText
                    @Nullable
                    String region,
            @Parameter(description = "to this address; for the province and the offices 收件人邮箱，仅限省级和各市工改办")
                    @QueryParam("recipient")
                    @Nullable
                    String recipient,
            @Parameter(description = "first day 起始日期") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "last day 截止日期") @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        DispatchFilter filter = new DispatchFilter(
                Optional.ofNullable(status),
                Optional.ofNullable(region),
                Optional.ofNullable(recipient).map(DispatchResource::address),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    private static String address(String text) {
        return EmailAddress.parse(text)
                .map(EmailAddress::value)
                .orElseThrow(() -> Refusal.invalid("recipient", "不是有效的邮箱地址", "is not a mail address"));
    }

    /** Reads one dispatch record. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readDispatch",
            summary = "Read a dispatch record 查看发送记录",
            description = "With its text, what it names and why, and every attempt with the server's answer." + WHO)
    @APIResponse(responseCode = "200", description = "the dispatch record 发送记录")
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    public DispatchDetail read(UUID id) {
        return service.find(caller.get(), id);
    }
}

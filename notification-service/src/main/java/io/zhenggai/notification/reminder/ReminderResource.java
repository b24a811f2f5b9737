package io.zhenggai.notification.reminder;

import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.text.RegionCodeText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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

/** Reminders over HTTP: those that came due, and a rehearsal of those to come. */
@Path("/api/v1/reminders")
@Tag(name = "reminders", description = "What is owed and by when, and who is told 提醒")
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
public class ReminderResource {

    private static final String WHO = " The province sees all, everybody else what goes to their own region and below."
            + " 省级可查看全部，其他用户仅可查看发给本地区及以下的提醒。";

    private final ReminderService service;
    private final CurrentCaller caller;

    ReminderResource(ReminderService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Lists the reminders that came due. */
    @GET
    @Operation(
            operationId = "listReminders",
            summary = "List reminders that came due 查询提醒",
            description = "Of what, to whom, why, and what became of it; the newest first." + WHO)
    @APIResponse(responseCode = "200", description = "a page 一页提醒")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    public RestResponse<Page<ReminderView>> list(
            @QueryParam("status") @Nullable ReminderStatus status,
            @Parameter(description = "to posts of this region 被提醒单位所属地区代码")
                    @QueryParam("region")
                    @RegionCodeText
                    @Nullable
                    String region,
            @Parameter(description = "of this obligation or issue 应办事项或问题的标识") @QueryParam("owedId") @Nullable
                    UUID owedId,
            @Parameter(description = "first day 起始日期") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "last day 截止日期") @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        ReminderFilter filter = new ReminderFilter(
                Optional.ofNullable(status),
                Optional.ofNullable(region),
                Optional.ofNullable(owedId),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    /** Shows what would go out. */
    @GET
    @Path("/rehearsal")
    @Operation(
            operationId = "rehearseReminders",
            summary = "Rehearse reminders 预演提醒",
            description =
                    "What would go to whom on which day and why, if nothing were done in the meantime and nothing new came."
                            + " Stores and sends nothing. Days before today are taken but have no messages: what went out then is"
                            + " recorded in the dispatches; of today only what has not gone out yet is shown." + WHO
                            + " 仅作预演，不保存、不发送；今天之前的日期没有预演内容，已发送的请查询发送记录。")
    @APIResponse(responseCode = "200", description = "the messages, day by day 逐日的提醒内容")
    @APIResponse(
            responseCode = "400",
            description = "no range, more than 366 days, or more than a year ahead 日期范围有误、超过 366 天或在一年以后")
    public RehearsalView rehearse(
            @Parameter(description = "first day 起始日期", required = true) @QueryParam("from") @NotNull LocalDate from,
            @Parameter(description = "last day 截止日期", required = true) @QueryParam("to") @NotNull LocalDate to) {
        return service.rehearse(caller.get(), from, to);
    }
}

package io.zhenggai.notification.contact;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.text.RegionCodeText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Contacts over HTTP, for those who may read addresses: the province, and the offices in their own region. */
@Path("/api/v1/contacts")
@Tag(name = "contacts", description = "Who holds which post 联系人")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
@APIResponse(responseCode = "401", description = "not signed in 未登录")
@APIResponse(responseCode = "403", description = "not for this role 该角色无权操作")
public class ContactResource {

    private static final String WHO =
            " For the province, and for an office in its own region and below. 省级可操作全部；各市工改办仅限本市及所辖县区、部门。";

    private final ContactService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    ContactResource(ContactService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Names who holds a post. */
    @POST
    @Operation(
            operationId = "nameContact",
            summary = "Name who holds a post 登记联系人",
            description = "One holder for each post." + WHO)
    @APIResponse(
            responseCode = "201",
            description = "named 已登记",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "400", description = "a field is not of its form 字段格式有误")
    @APIResponse(responseCode = "409", description = "somebody holds that post 该职务已登记联系人")
    @APIResponse(responseCode = "415", description = "not JSON 内容格式不是 JSON")
    @APIResponse(responseCode = "422", description = "no such region, or no such post there 地区不存在或职务不适用")
    public Response name(@NotNull @Valid NewContact contact) {
        return idempotency.once(() -> {
            ContactView view = service.name(caller.get(), contact);
            return Answers.created(URI.create("/api/v1/contacts/" + view.id()), view, view.version(), today());
        });
    }

    /** Lists contacts. */
    @GET
    @Operation(
            operationId = "listContacts",
            summary = "List contacts 查询联系人",
            description = "In the order of regions, units and posts." + WHO)
    @APIResponse(responseCode = "200", description = "a page 一页联系人")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    public RestResponse<Page<ContactView>> list(
            @Parameter(description = "of this region only 地区代码") @QueryParam("region") @RegionCodeText @Nullable
                    String region,
            @QueryParam("post") @Nullable ContactPost post,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        ContactFilter filter = new ContactFilter(Optional.ofNullable(region), Optional.ofNullable(post));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    /** Reads one contact. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readContact", summary = "Read a contact 查看联系人", description = WHO)
    @APIResponse(
            responseCode = "200",
            description = "the contact 联系人",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "304", description = "as the caller knows it 未变化")
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        ContactView view = service.find(caller.get(), id);
        return Answers.read(view, view.version(), today(), ifNoneMatch);
    }

    /** Changes name or address. */
    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "changeContact",
            summary = "Change name or address of a contact 修改联系人",
            description = "What the former address did not get is planned anew." + WHO)
    @APIResponse(
            responseCode = "200",
            description = "changed 已修改",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    @APIResponse(responseCode = "400", description = "a field is not of its form 字段格式有误")
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    @APIResponse(responseCode = "412", description = "somebody else was faster 数据已被他人更新")
    @APIResponse(responseCode = "415", description = "not JSON 内容格式不是 JSON")
    @APIResponse(responseCode = "422", description = "region, unit and post cannot be changed 地区、单位和职务不能修改")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match 请求头")
    public Response change(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid NewContact contact) {
        ContactView view = service.change(caller.get(), id, ifMatch, contact);
        return Answers.changed(view, view.version(), today());
    }

    /** Removes a contact. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "removeContact",
            summary = "Remove a contact 删除联系人",
            description = "The next level stands in from then on." + WHO)
    @APIResponse(responseCode = "204", description = "removed 已删除")
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    @APIResponse(responseCode = "412", description = "somebody else was faster 数据已被他人更新")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match 请求头")
    public void remove(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.remove(caller.get(), id, ifMatch);
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}

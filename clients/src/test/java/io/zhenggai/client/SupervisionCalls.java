package io.zhenggai.client;

import static io.zhenggai.client.Answers.etag;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.client.api.SupervisionsApi;
import io.zhenggai.client.model.DismissalReason;
import io.zhenggai.client.model.NewSupervision;
import io.zhenggai.client.model.ReplyDecision;
import io.zhenggai.client.model.SupervisionContent;
import io.zhenggai.client.model.SupervisionKind;
import io.zhenggai.client.model.SupervisionReply;
import io.zhenggai.client.model.SupervisionStatus;
import io.zhenggai.client.model.SupervisionView;
import java.util.List;
import java.util.UUID;

/** Every operation on the supervision ladder. */
final class SupervisionCalls {

    private final SupervisionsApi province;
    private final SupervisionsApi office;

    SupervisionCalls(Accounts accounts, String city) {
        this.province = new SupervisionsApi(accounts.as("province"));
        this.office = new SupervisionsApi(accounts.as("office:" + city));
    }

    /** @param number of an issue of the office's city */
    void make(String number) throws ApiException {
        NewSupervision slip =
                new NewSupervision().kind(SupervisionKind.SUPERVISION_SLIP).issues(List.of(number));
        ApiResponse<SupervisionView> dropped = province.draftSupervision(slip).executeWithHttpInfo();
        province.dismissSupervision(dropped.getData().getId(), etag(dropped), new DismissalReason().reason("已当面督促"))
                .execute();

        ApiResponse<SupervisionView> one = province.draftSupervision(slip).executeWithHttpInfo();
        UUID id = one.getData().getId();
        SupervisionContent content =
                new SupervisionContent().body("请于【回复期限】前报告整改情况。").replyWithin(3);
        one = province.reviseSupervision(id, etag(one), content).executeWithHttpInfo();
        one = province.signSupervision(id, etag(one)).executeWithHttpInfo();
        assertThat(one.getData().getNumber()).isNotBlank();
        assertThat(office.listSupervisions()
                        .issue(number)
                        .status(SupervisionStatus.SIGNED)
                        .execute()
                        .getItems())
                .hasSize(1);
        office.readSupervision(id).execute();
        SupervisionReply reply = new SupervisionReply().reply("已完成流程梳理");
        ReplyDecision decision = new ReplyDecision().opinion("请补充逾期原因");
        one = office.replyToSupervision(id, etag(one), reply).executeWithHttpInfo();
        one = province.returnSupervisionReply(id, etag(one), decision).executeWithHttpInfo();
        one = office.replyToSupervision(id, etag(one), reply).executeWithHttpInfo();
        one = province.acceptSupervisionReply(id, etag(one), decision).executeWithHttpInfo();
        assertThat(one.getData().getStatus()).isEqualTo(SupervisionStatus.ACCEPTED);
    }
}

package io.zhenggai.issue.supervision;

import static io.zhenggai.issue.testsupport.Callers.GONGYI;
import static io.zhenggai.issue.testsupport.Callers.KAIFENG;
import static io.zhenggai.issue.testsupport.Callers.PROVINCE;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU;
import static io.zhenggai.issue.testsupport.Callers.ZHENGZHOU_HOUSING;
import static io.zhenggai.issue.testsupport.Callers.department;
import static io.zhenggai.issue.testsupport.Callers.hostedBy;
import static io.zhenggai.issue.testsupport.Callers.inRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SupervisionTest {

    private static final Instant NOW = Instant.parse("2021-11-12T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2021, 11, 12);
    private static final Route TO_OFFICE = new Route("410000", "410100", "410100", null);
    private static final Route TO_HOUSING = new Route("410100", "410100", "410100", "住建局");
    private static final Route TO_COUNTY = new Route("410100", "410100", "410181", null);

    private final List<String> numbers = new ArrayList<>();

    @Test
    void isNumberedAndOwedOnlyOnceItIsSigned() {
        Supervision supervision = proposed(TO_OFFICE);

        sign(supervision, PROVINCE);

        SupervisionFields signed = supervision.fields();
        assertThat(signed.status()).isEqualTo(SupervisionStatus.SIGNED);
        assertThat(signed.number()).isEqualTo("第1号");
        assertThat(signed.signedBy()).isEqualTo(PROVINCE.name());
        assertThat(signed.replyBy()).isEqualTo("2021-11-19");
        assertThat(signed.body()).isEqualTo("请于2021年11月19日前报告。");
        assertThat(signed.addressees().get(0).replyBy()).isEqualTo("2021-11-19");
        assertThat(supervision.version()).isEqualTo(1);
        assertThatThrownBy(() -> sign(supervision, PROVINCE)).isInstanceOf(Refusal.class);
        assertThat(numbers).hasSize(1);
    }

    @Test
    void aMemberUnitRepliesToWhatIsAddressedToItAndNoOtherDoes() {
        Addressee unit = Addressee.of(1, new Route("410100", "410100", "410100", "省自然资源厅"));

        assertThat(unit.isAnsweredBy(inRole(department("410000", "省自然资源厅"), Role.MEMBER_UNIT)))
                .isTrue();
        assertThat(unit.isAnsweredBy(inRole(department("410000", "省财政厅"), Role.MEMBER_UNIT)))
                .isFalse();
    }

    @Test
    void nobodySignsAboutTheirOwnUnitAndNoNumberIsGivenForIt() {
        Supervision supervision = proposed(TO_HOUSING);

        assertThatThrownBy(() -> sign(supervision, hostedBy("住建局"))).isInstanceOf(Refusal.class);

        assertThat(numbers).isEmpty();
        assertThat(supervision.fields().status()).isEqualTo(SupervisionStatus.PROPOSED);
        sign(supervision, ZHENGZHOU);
        assertThat(numbers).hasSize(1);
    }

    @Test
    void whoIsAddressedRepliesAndNobodyElse() {
        assertThat(replies(TO_OFFICE, ZHENGZHOU)).isTrue();
        assertThat(replies(TO_OFFICE, KAIFENG)).isFalse();
        assertThat(replies(TO_OFFICE, GONGYI)).isFalse();
        assertThat(replies(TO_OFFICE, ZHENGZHOU_HOUSING)).isFalse();
        assertThat(replies(TO_COUNTY, GONGYI)).isTrue();
        assertThat(replies(TO_COUNTY, ZHENGZHOU)).isFalse();
        assertThat(replies(TO_HOUSING, ZHENGZHOU_HOUSING)).isTrue();
        assertThat(replies(TO_HOUSING, ZHENGZHOU)).isFalse();
    }

    @Test
    void withTheLastReplyThatIsAcceptedItIsSettled() {
        Supervision circular = proposed(TO_OFFICE, new Route("410000", "410200", "410200", null));
        sign(circular, PROVINCE);
        circular.reply(ZHENGZHOU, "立即整改", NOW);
        assertThatThrownBy(() -> circular.reply(ZHENGZHOU, "再次回复", NOW)).isInstanceOf(Refusal.class);
        circular.acceptReply(PROVINCE, 1, "同意", NOW);
        assertThat(circular.fields().status()).isEqualTo(SupervisionStatus.SIGNED);
        assertThatThrownBy(() -> circular.acceptReply(PROVINCE, 2, "同意", NOW)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> circular.acceptReply(PROVINCE, 3, "同意", NOW)).isInstanceOf(Refusal.class);

        circular.reply(KAIFENG, "立即整改", NOW);
        circular.acceptReply(PROVINCE, 2, "同意", NOW);

        assertThat(circular.fields().status()).isEqualTo(SupervisionStatus.ACCEPTED);
    }

    @Test
    void aReplyThatIsReturnedIsGivenAnewWithinThreeWorkingDays() {
        Supervision letter = proposed(TO_OFFICE);
        sign(letter, PROVINCE);
        letter.reply(ZHENGZHOU, "已整改", NOW);
        Caller sameInAnotherRole = inRole(ZHENGZHOU, Role.PROVINCE);
        assertThatThrownBy(() -> letter.acceptReply(sameInAnotherRole, 1, "同意", NOW))
                .isInstanceOf(Refusal.class);

        letter.returnReply(PROVINCE, 1, "请补充", TODAY, NOW, WorkingCalendar.ofChina());

        Addressee office = letter.fields().addressees().get(0);
        assertThat(office.status()).isEqualTo(ReplyStatus.RETURNED);
        assertThat(office.replyBy()).isEqualTo("2021-11-17");
        assertThat(office.returns()).isEqualTo(1);
        letter.reply(ZHENGZHOU, "补充说明", NOW);
        assertThat(letter.fields().addressees().get(0).reply()).isEqualTo("补充说明");
    }

    @Test
    void whatIsDroppedIsNeitherRevisedNorSigned() {
        Supervision dismissed = proposed(TO_OFFICE);
        dismissed.dismiss(PROVINCE, "已当面督促", NOW);
        Supervision lapsed = proposed(TO_OFFICE);
        lapsed.lapse(NOW);

        for (Supervision dropped : List.of(dismissed, lapsed)) {
            assertThatThrownBy(() -> dropped.revise("再改", 5)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> sign(dropped, PROVINCE)).isInstanceOf(Refusal.class);
            assertThat(SupervisionMove.legal(dropped.fields().status())).isEmpty();
        }
    }

    private boolean replies(Route to, Caller caller) {
        Supervision supervision = proposed(to);
        sign(supervision, PROVINCE);
        try {
            supervision.reply(caller, "已整改", NOW);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void sign(Supervision supervision, Caller signing) {
        supervision.sign(
                signing,
                (kind, issuer, year) -> {
                    numbers.add(issuer + year);
                    return "第" + numbers.size() + "号";
                },
                TODAY,
                NOW,
                WorkingCalendar.ofChina());
    }

    private static Supervision proposed(Route... to) {
        List<Addressee> addressees = new ArrayList<>();
        for (Route route : to) {
            addressees.add(Addressee.of(addressees.size() + 1, route));
        }
        SupervisionFields fields = new SupervisionFields(
                UUID.fromString("01920000-0000-7000-8000-000000000001"),
                SupervisionKind.SUPERVISION_SLIP,
                SupervisionStatus.PROPOSED,
                to[0].issuer(),
                null,
                null,
                NOW,
                "省工改办经办人",
                "请于【回复期限】前报告。",
                5,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                addressees);
        return new Supervision(fields, null, null, 0);
    }
}

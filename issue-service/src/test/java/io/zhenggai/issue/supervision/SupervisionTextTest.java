package io.zhenggai.issue.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.issue.ledger.IssueStatus;
import io.zhenggai.issue.ledger.Level;
import io.zhenggai.issue.ledger.SupervisedIssue;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisionTextTest {

    private final SupervisionText text = new SupervisionText(Regions.ofHenan());

    @ParameterizedTest
    @CsvSource({
        "SUPERVISION_SLIP, 410000, 1, 豫工改督〔2021〕1号",
        "PROMPT_LETTER, 410100, 12, 郑州工改提〔2021〕12号",
        "PROMPT_LETTER, 419001, 2, 济源工改提〔2021〕2号",
        "TALK, 410000, 3, 豫工改约〔2021〕3号",
        "CIRCULAR, 410000, 1, 豫工改通〔2021〕1号"
    })
    void numbersNameIssuerKindAndYear(SupervisionKind kind, String issuer, int number, String written) {
        assertThat(text.number(kind, issuer, 2021, number)).isEqualTo(written);
    }

    @Test
    void aSlipNamesWhatWasMissedAndUntilWhenItIsRepliedTo() {
        String draft = text.draft(
                SupervisionKind.SUPERVISION_SLIP,
                SupervisionCause.DEADLINE_OVERDUE,
                LocalDate.of(2021, 11, 5),
                List.of(issue("ZG2021-410100-0001", "410100")),
                new Route("410000", "410100", "410100", null));

        assertThat(SupervisionText.signed(draft, LocalDate.of(2021, 11, 19))).isEqualTo("""
                        郑州市工改办：
                        下列问题已超过整改时限（2021年11月5日）仍未整改到位，现予督办：
                        1．问题ZG2021-410100-0001，整改时限2021年11月5日，牵头单位住建局；
                        请查明原因，明确责任和完成时限，限期整改到位，并于2021年11月19日前书面报告整改情况。""");
    }

    @Test
    void aCircularNamesWhoIsBehindCityByCity() {
        String draft = text.draft(
                SupervisionKind.CIRCULAR,
                null,
                null,
                List.of(
                        issue("ZG2021-410200-0003", "410200"),
                        issue("ZG2021-410100-0001", "410100"),
                        issue("ZG2021-410100-0002", "410100")),
                new Route("410000", "410200", "410200", null));

        assertThat(draft)
                .startsWith("经核查，下列问题整改推进不力，现予通报：\n郑州市（2个）：\n1．问题ZG2021-410100-0001")
                .contains("\n开封市（1个）：\n1．问题ZG2021-410200-0003", SupervisionText.REPLY_BY);
    }

    @Test
    void whoIsAddressedIsNamedAsPeopleDo() {
        assertThat(text.addressee(new Route("410000", "410100", "410100", null)))
                .isEqualTo("郑州市工改办");
        assertThat(text.addressee(new Route("410100", "410100", "410181", null)))
                .isEqualTo("巩义市");
        assertThat(text.addressee(new Route("410100", "410100", "410100", "住建局")))
                .isEqualTo("郑州市住建局");
    }

    private static SupervisedIssue issue(String number, String city) {
        return new SupervisedIssue(
                UUID.randomUUID(),
                number,
                city,
                city,
                IssueStatus.IN_RECTIFICATION,
                Level.PROVINCE,
                false,
                "住建局",
                null,
                LocalDate.of(2021, 11, 5),
                0);
    }
}

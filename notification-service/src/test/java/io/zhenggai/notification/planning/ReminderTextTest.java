package io.zhenggai.notification.planning;

import static io.zhenggai.notification.planning.Campaign2021.CALENDAR;
import static io.zhenggai.notification.planning.Campaign2021.GONGYI;
import static io.zhenggai.notification.planning.Campaign2021.JIYUAN;
import static io.zhenggai.notification.planning.Campaign2021.KAIFENG;
import static io.zhenggai.notification.planning.Campaign2021.PLANNER;
import static io.zhenggai.notification.planning.Campaign2021.PROVINCE;
import static io.zhenggai.notification.planning.Campaign2021.REGIONS;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU_HOUSING;
import static io.zhenggai.notification.planning.Campaign2021.contactOf;
import static io.zhenggai.notification.planning.Campaign2021.everybody;
import static io.zhenggai.notification.planning.Campaign2021.indicatorLeadOf;
import static io.zhenggai.notification.planning.Campaign2021.issue;
import static io.zhenggai.notification.planning.Campaign2021.nine;
import static io.zhenggai.notification.planning.Campaign2021.plan;
import static io.zhenggai.notification.planning.Campaign2021.summary;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.region.RegionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTextTest {

    private final ReminderText text = new ReminderText(REGIONS, CALENDAR);
    private final OfficialWords words = new OfficialWords(REGIONS, CALENDAR);
    private final List<Contact> contacts = new ArrayList<>(everybody());

    @Test
    void namesWhatIsOwedAndWhatElseIsNear() {
        List<Owed> owed = List.of(plan(ZHENGZHOU), issue("ZG2021-410100-0001", ZHENGZHOU, "2021-10-27"));
        ReminderMessage message = messageTo(contactOf(ZHENGZHOU), "2021-10-28", "2021-10-27", owed);

        assertThat(text.subject(message)).isEqualTo("【整改提升】逾期事项提醒：2项（2021年10月28日）");
        assertThat(text.body(message)).isEqualTo("""
                        郑州市工改办联络人：

                        您好！

                        截至2021年10月28日（星期四），贵单位有以下事项尚未办结，请按期办理；已经逾期的，请抓紧办理：
                        1. 完成问题ZG2021-410100-0001的整改，截止日期2021年10月27日（星期三），已逾期1天。
                        2. 报送“整改方案”，截止日期2021年10月31日（星期日），还有3天。

                        如上述事项已经办结，请忽略本提醒。感谢支持配合！

                        （本邮件由整改提升工作系统自动发送，请勿直接回复。）
                        """);
    }

    @Test
    void listsTheRestOfWhatIsNearApart() {
        List<Owed> owed = List.of(plan(ZHENGZHOU), issue("ZG2021-410100-0001", ZHENGZHOU, "2021-10-29"));
        ReminderMessage message = messageTo(contactOf(ZHENGZHOU), "2021-10-26", "2021-10-22", owed);

        assertThat(text.subject(message)).isEqualTo("【整改提升】临期事项提醒：2项（2021年10月26日）");
        assertThat(text.body(message)).contains("""
                        1. 完成问题ZG2021-410100-0001的整改，截止日期2021年10月29日（星期五），还有3天。

                        另有以下事项临近截止或已经逾期，请一并办理：
                        1. 报送“整改方案”，截止日期2021年10月31日（星期日），还有5天。
                        """);
    }

    @Test
    void tellsTheProvinceWhoIsBehindAndWhoHasNoContact() {
        contacts.remove(contactOf(JIYUAN));
        List<Owed> owed = List.of(plan(KAIFENG), plan(JIYUAN), issue("ZG2021-410000-0001", ZHENGZHOU, "2021-10-22"));
        ReminderMessage message = messageTo(contactOf(PROVINCE), "2021-11-01", "2021-10-31", owed);

        assertThat(text.subject(message)).isEqualTo("【整改提升】情况汇总：2项（2021年11月1日）");
        assertThat(text.body(message)).isEqualTo("""
                        省工改办联络人：

                        您好！

                        以下提醒因有关单位未登记联络人或负责人，无法直接送达，请代为转告，并督促补充登记：
                        1. 济源示范区工改办联络人（未登记）：报送“整改方案”，截止日期2021年10月31日（星期日），已逾期1天。

                        以下事项临近截止或已经逾期，现抄送知悉：
                        1. 开封市工改办：报送“整改方案”，截止日期2021年10月31日（星期日），已逾期1天。

                        如上述事项已经办结，请忽略本提醒。感谢支持配合！

                        （本邮件由整改提升工作系统自动发送，请勿直接回复。）
                        """);
    }

    @Test
    void tellsWhoStandsInThatACopyWasMeantForAVacantPost() {
        contacts.remove(contactOf(ZHENGZHOU));
        List<Owed> owed = List.of(issue("ZG2021-410181-0001", GONGYI, "2021-10-29"));

        assertThat(text.body(messageTo(contactOf(PROVINCE), "2021-11-01", "2021-10-31", owed)))
                .contains("""
                        1. 郑州市工改办联络人（未登记）：郑州市巩义市：完成问题ZG2021-410181-0001的整改，截止日期2021年10月29日（星期五），已逾期3天（1个工作日）。
                        """)
                .doesNotContain("现抄送知悉");
    }

    @Test
    void proposesSlipAndCircular() {
        List<Owed> owed = List.of(plan(KAIFENG), issue("ZG2021-410181-0001", GONGYI, "2021-10-22"));

        assertThat(text.body(messageTo(contactOf(PROVINCE), "2021-11-05", "2021-11-04", owed)))
                .contains("""
                        以下事项逾期仍未办结，建议印发督办单，请研究审定：
                        1. 开封市工改办：报送“整改方案”，截止日期2021年10月31日（星期日），已逾期5天。

                        以下事项逾期较久仍未办结，建议予以通报，请研究审定：
                        1. 郑州市巩义市：完成问题ZG2021-410181-0001的整改，截止日期2021年10月22日（星期五），已逾期14天（10个工作日）。
                        """);
    }

    @Test
    void countsCalendarDaysAndWorkingDaysApartOverAHoliday() {
        LocalDate lastDay = LocalDate.of(2021, 12, 31);

        assertThat(words.owed(summary(KAIFENG), lastDay.minusDays(1))).endsWith("截止日期2021年12月31日（星期五），还有1天。");
        assertThat(words.owed(summary(KAIFENG), lastDay)).endsWith("今日截止。");
        assertThat(words.owed(summary(KAIFENG), lastDay.plusDays(4))).endsWith("已逾期4天（1个工作日）。");
    }

    @ParameterizedTest
    @CsvSource({
        "FILING, 报送“甲”",
        "ACTION, 完成“甲”",
        "RETURNED_FILING, 修改并重新报送“甲”",
        "ISSUE_ACKNOWLEDGEMENT, 签收问题甲",
        "ISSUE_RECTIFICATION, 完成问题甲的整改",
        "ANSWER, 就问题甲答复来源单位或反映人",
        "EXTENSION_DECISION, 审批问题甲的延期申请",
        "REASSIGNMENT_DECISION, 审批问题甲的改派申请",
        "LONG_TERM_DECISION, 审批问题甲转为长期坚持的申请",
        "STAGE_REVIEW, 开展问题甲的阶段评估",
        "MEASURE, 落实整改措施“甲”",
        "PENDING_REVIEW, 审核“甲”",
    })
    void saysWhatIsToBeDone(OwedKind kind, String task) {
        Owed owed = new Owed(kind, "1", "甲", KAIFENG, plan(KAIFENG).deadline());

        assertThat(words.owed(owed, LocalDate.of(2021, 10, 31))).isEqualTo(task + "，截止日期2021年10月31日（星期日），今日截止。");
    }

    @Test
    void namesParties() {
        assertThat(words.party(PROVINCE)).isEqualTo("省工改办");
        assertThat(words.party(Party.unit(PROVINCE.region(), "住建厅"))).isEqualTo("省住建厅");
        assertThat(words.party(JIYUAN)).isEqualTo("济源示范区工改办");
        assertThat(words.party(ZHENGZHOU_HOUSING)).isEqualTo("郑州市住建局");
        assertThat(words.party(GONGYI)).isEqualTo("郑州市巩义市");
        assertThat(words.party(Party.office(new RegionCode("410172")))).isEqualTo("郑州高新技术产业开发区");
        assertThat(words.post(new Post(ZHENGZHOU, PostRole.HEAD))).isEqualTo("郑州市工改办负责人");
        assertThat(words.post(indicatorLeadOf(ZHENGZHOU).post())).isEqualTo("郑州市指标牵头部门联络人");
    }

    @Test
    void givesTheReasonOfEveryItem() {
        contacts.remove(contactOf(JIYUAN));
        List<Owed> owed = List.of(plan(KAIFENG), plan(JIYUAN));

        assertThat(reasons("2021-10-22", "2021-10-21", owed)).containsExactly("截止前7天（遇休息日提前）提醒（济源示范区工改办联络人未登记，代为接收）");
        assertThat(reasons("2021-10-28", "2021-10-27", owed)).containsExactly("截止前3天提醒（济源示范区工改办联络人未登记，代为接收）");
        assertThat(reasons("2021-10-29", "2021-10-28", owed)).containsExactly("截止当日（遇休息日提前）提醒（济源示范区工改办联络人未登记，代为接收）");
        assertThat(reasons("2021-11-01", "2021-10-31", owed))
                .containsExactly("逾期第1个工作日抄送", "逾期第1个工作日提醒（济源示范区工改办联络人未登记，代为接收）", "逾期第1个工作日抄送");
        assertThat(reasons("2021-11-05", "2021-11-04", owed)).containsExactly("逾期第5个工作日建议督办", "逾期第5个工作日建议督办");
        assertThat(reasons("2021-11-12", "2021-11-11", owed)).containsExactly("逾期第10个工作日建议通报", "逾期第10个工作日建议通报");
    }

    private List<String> reasons(String day, String sentUntil, List<Owed> owed) {
        return messageTo(contactOf(PROVINCE), day, sentUntil, owed).items().stream()
                .map(text::reason)
                .toList();
    }

    private ReminderMessage messageTo(Contact recipient, String day, String sentUntil, List<Owed> owed) {
        var all = new Contacts(contacts);
        DueReminders sent = PLANNER.due(owed, ReminderHistory.NONE, all, nine(sentUntil));
        return PLANNER.due(owed, ReminderHistory.NONE.nextMorning(sent), all, nine(day)).messages().stream()
                .filter(message -> message.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }
}

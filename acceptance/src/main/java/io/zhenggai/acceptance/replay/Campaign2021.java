package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.client.Client;
import io.zhenggai.acceptance.client.Notice2021;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What everybody does in the replay of the 2021 campaign, and when. */
final class Campaign2021 {

    static final LocalDate FIRST_DAY = LocalDate.of(2021, 10, 19);
    /** The tenth working day after the last deadline, when the last step of the ladder is taken. */
    static final LocalDate LAST_DAY = LocalDate.of(2022, 1, 17);

    private final Client province;
    private final List<Office> offices;
    private final IssueWork issues;
    private final PlanWork plans;
    private final ReportWork reports;
    private String campaignId = "";

    /**
     * @param province the person who publishes, registers and assigns
     * @param reviewer another one, who reviews
     */
    Campaign2021(Client province, Client reviewer, List<Office> offices) {
        this.province = province;
        this.offices = offices;
        this.issues = new IssueWork(province, reviewer);
        this.plans = new PlanWork(reviewer);
        this.reports = new ReportWork(reviewer);
    }

    String campaignId() {
        return campaignId;
    }

    IssueWork issues() {
        return issues;
    }

    Script script() {
        Script script = new Script().reminding(FIRST_DAY, LAST_DAY);
        addLedger(script);
        addPlans(script);
        addTraining(script);
        addReports(script);
        return script;
    }

    private void addLedger(Script script) {
        script.at(day(10, 19), 8, "登记联系人，读取并发布通知", this::publish);
        script.at(day(10, 19), 10, "导入问题台账", () -> issues.importLedger(campaignId, offices));
        script.at(day(10, 20), 10, "省级交办全部问题", () -> issues.assignAll("2021-12-31"));
        script.at(day(10, 21), 10, "各地签收", working(issues::acknowledge));
        script.at(day(10, 25), 10, "各地分析原因、开展整改", working(issues::rectify));
        script.at(day(11, 8), 10, "各地申请首批销号", working(issues::requestFirstBatch));
        script.at(
                day(11, 10),
                10,
                "市级审核首批销号申请",
                working(office -> issues.review(office, is(office, Behaviour.RETURNED))));
        script.at(day(11, 12), 10, "省级验收销号", working(issues::closeByProvince));
        script.at(day(11, 15), 10, "补充佐证后重新申请", each(Behaviour.RETURNED, issues::requestAgain));
        script.at(day(11, 17), 10, "重新审核", each(Behaviour.RETURNED, office -> issues.review(office, false)));
        script.at(day(11, 19), 10, "省级验收补充材料的问题", each(Behaviour.RETURNED, issues::closeByProvince));
        Predicate<Office> inTime = office -> is(office, Behaviour.IN_TIME) || is(office, Behaviour.RETURNED);
        script.at(day(12, 6), 10, "各地申请其余问题销号", each(inTime, issues::requestRest));
        script.at(day(12, 8), 10, "市级审核其余申请", each(inTime, office -> issues.review(office, false)));
        script.at(day(12, 10), 10, "省级验收其余问题", each(inTime, issues::closeByProvince));
        LocalDate tooLate = LocalDate.of(2022, 1, 6);
        script.at(tooLate, 10, "逾期问题申请销号", each(Behaviour.LATE, issues::requestRestLate));
        script.at(tooLate, 11, "审核逾期问题", each(Behaviour.LATE, office -> issues.review(office, false)));
    }

    private void addPlans(Script script) {
        Predicate<Office> inTime = office -> is(office, Behaviour.IN_TIME) || is(office, Behaviour.RETURNED);
        script.at(day(10, 28), 15, "按时报送整改方案", each(inTime, this::submitPlan));
        script.at(day(10, 29), 15, "省级审核整改方案", each(Behaviour.IN_TIME, plans::accept));
        script.at(day(10, 29), 16, "退回部分整改方案", each(Behaviour.RETURNED, plans::giveBack));
        script.at(day(11, 2), 15, "补正后重新报送", each(Behaviour.RETURNED, plans::submitAgain));
        script.at(day(11, 2), 16, "逾期报送整改方案", each(Behaviour.LATE, this::submitPlan));
        Predicate<Office> rest = office -> is(office, Behaviour.LATE) || is(office, Behaviour.RETURNED);
        script.at(day(11, 3), 15, "审核通过补正和逾期的方案", each(rest, plans::accept));
    }

    private void addTraining(Script script) {
        script.at(day(11, 5), 15, "召开全省推进会", () -> training().promotionMeeting("2021-11-05"));
        script.at(day(11, 9), 15, "省级对各市开展针对性培训", everywhere(office -> training()
                .targetedTraining("2021-11-09", office)));
        script.at(day(11, 11), 15, "经验交流和专家授课", () -> {
            training().experienceExchange("2021-11-11");
            training().expertLecture("2021-11-11");
        });
        script.at(day(11, 16), 15, "各市专题培训", each(Behaviour.IN_TIME, office -> training()
                .specialTraining(office, "2021-11-16")));
        script.at(day(11, 24), 15, "各市专题培训", each(Behaviour.RETURNED, office -> training()
                .specialTraining(office, "2021-11-24")));
        script.at(day(12, 2), 15, "逾期开展专题培训", each(Behaviour.LATE, office -> training()
                .specialTraining(office, "2021-12-02")));
    }

    private void addReports(Script script) {
        Predicate<Office> inTime = office -> is(office, Behaviour.IN_TIME) || is(office, Behaviour.RETURNED);
        script.at(day(12, 24), 15, "按时报送总结报告", each(inTime, office -> reports.submit(office, campaignId)));
        script.at(day(12, 27), 15, "审核总结报告", each(Behaviour.IN_TIME, reports::accept));
        script.at(day(12, 27), 16, "退回部分总结报告", each(Behaviour.RETURNED, reports::giveBack));
        script.at(day(12, 29), 15, "补正后重新报送", each(Behaviour.RETURNED, reports::submitAgain));
        script.at(day(12, 30), 15, "审核通过补正的报告", each(Behaviour.RETURNED, reports::accept));
        LocalDate tooLate = LocalDate.of(2022, 1, 5);
        script.at(tooLate, 15, "逾期报送总结报告", each(Behaviour.LATE, office -> reports.submit(office, campaignId)));
        script.at(tooLate, 16, "审核逾期报告", each(Behaviour.LATE, reports::accept));
    }

    private void publish() {
        Contacts.name(province, offices);
        campaignId = Notice2021.publish(province);
    }

    private void submitPlan(Office office) {
        plans.submit(office, campaignId, issues.ids(office));
    }

    private TrainingWork training() {
        return new TrainingWork(province, campaignId);
    }

    private Runnable everywhere(Consumer<Office> work) {
        return each(office -> true, work);
    }

    private Runnable working(Consumer<Office> work) {
        return each(office -> !is(office, Behaviour.NEVER), work);
    }

    private Runnable each(Behaviour behaviour, Consumer<Office> work) {
        return each(office -> is(office, behaviour), work);
    }

    private Runnable each(Predicate<Office> which, Consumer<Office> work) {
        return () -> offices.stream().filter(which).forEach(work);
    }

    private static boolean is(Office office, Behaviour behaviour) {
        return office.behaviour() == behaviour;
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2021, month, day);
    }
}

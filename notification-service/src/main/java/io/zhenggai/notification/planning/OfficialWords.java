package io.zhenggai.notification.planning;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How an official letter names parties, dates, and what is owed. */
final class OfficialWords {

    private static final DateTimeFormatter SHORT_DATE =
            DateTimeFormatter.ofPattern("y年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("y年M月d日（EEEE）", Locale.SIMPLIFIED_CHINESE);

    private final Regions regions;
    private final WorkingCalendar calendar;

    OfficialWords(Regions regions, WorkingCalendar calendar) {
        this.regions = regions;
        this.calendar = calendar;
    }

    /** Such as 2021年10月31日. */
    String shortDate(LocalDate date) {
        return SHORT_DATE.format(date);
    }

    /** Such as 2021年10月31日（星期日）. */
    String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Such as 省工改办, 郑州市工改办, 郑州市住建局, 郑州市巩义市. */
    String party(Party party) {
        if (party.unit().isPresent()) {
            return place(party.region()) + party.unit().get();
        }
        return party.isProvincialOffice() || party.isRegionalOffice()
                ? place(party.region()) + "工改办"
                : place(party.region());
    }

    /** Such as 郑州市工改办联络人. */
    String post(Post post) {
        return switch (post.role()) {
            case CONTACT -> party(post.party()) + "联络人";
            case HEAD -> party(post.party()) + "负责人";
            case INDICATOR_LEAD -> place(post.party().region()) + "指标牵头部门联络人";
        };
    }

    /** What is to be done, and how much time is left on a day, as one sentence. */
    String owed(Owed owed, LocalDate day) {
        LocalDate dueOn = owed.deadline().dueOn();
        return "%s，截止日期%s，%s。".formatted(task(owed), date(dueOn), timeLeft(dueOn, day));
    }

    private static String task(Owed owed) {
        String pattern =
                switch (owed.kind()) {
                    case FILING -> "报送“%s”";
                    case ACTION -> "完成“%s”";
                    case RETURNED_FILING -> "修改并重新报送“%s”";
                    case ISSUE_ACKNOWLEDGEMENT -> "签收问题%s";
                    case ISSUE_RECTIFICATION -> "完成问题%s的整改";
                    case ANSWER -> "就问题%s答复来源单位或反映人";
                    case EXTENSION_DECISION -> "审批问题%s的延期申请";
                    case REASSIGNMENT_DECISION -> "审批问题%s的改派申请";
                    case LONG_TERM_DECISION -> "审批问题%s转为长期坚持的申请";
                    case STAGE_REVIEW -> "开展问题%s的阶段评估";
                    case MEASURE -> "落实整改措施“%s”";
                    case PENDING_REVIEW -> "审核“%s”";
                };
        return pattern.formatted(owed.label());
    }

    private String timeLeft(LocalDate dueOn, LocalDate day) {
        long left = ChronoUnit.DAYS.between(day, dueOn);
        if (left > 0) {
            return "还有" + left + "天";
        }
        if (left == 0) {
            return "今日截止";
        }
        int workingDays = calendar.workingDaysBetween(dueOn, day);
        return workingDays == -left ? "已逾期%d天".formatted(-left) : "已逾期%d天（%d个工作日）".formatted(-left, workingDays);
    }

    private String place(RegionCode code) {
        if (code.isProvince()) {
            return "省";
        }
        return regions.find(code).map(this::place).orElse(code.value());
    }

    /** A county is named behind its city, for there is a 新华区 in many; the name of a zone says where it lies. */
    private String place(Region region) {
        return switch (region.level()) {
            case PROVINCE -> "省";
            case CITY, ZONE -> region.name();
            case COUNTY -> region.parent().map(this::place).orElse("") + region.name();
        };
    }
}

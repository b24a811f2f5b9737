package io.zhenggai.plan.testsupport;

import io.zhenggai.plan.plan.content.Goal;
import io.zhenggai.plan.plan.content.Measure;
import io.zhenggai.plan.plan.content.PlanContent;
import io.zhenggai.plan.plan.content.StageGoal;
import io.zhenggai.plan.plan.content.Task;
import io.zhenggai.plan.plan.content.Uncovered;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What plans say. */
public final class Contents {

    private Contents() {}

    /** One goal, one task, one measure until 2021-12-20, for these issues. */
    public static PlanContent covering(String... issues) {
        return with(measure(LocalDate.of(2021, 12, 20), null, issues));
    }

    /** One goal and one task with that measure. */
    public static PlanContent with(Measure measure, Uncovered... uncovered) {
        Task task = new Task("优化施工许可办理流程", List.of(measure));
        return new PlanContent(List.of(new Goal("办理建筑许可环节、时间、成本持续压减", List.of(task))), List.of(uncovered));
    }

    /** A measure that lacks nothing but, perhaps, a deadline or a stage goal. */
    public static Measure measure(LocalDate deadline, StageGoal stageGoal, String... issues) {
        return new Measure(
                UUID.randomUUID(),
                "推行联合审图、联合验收，压减办理时间",
                deadline,
                stageGoal,
                "住建局",
                List.of("自然资源和规划局"),
                "张建设",
                List.of(issues));
    }
}

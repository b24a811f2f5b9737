package io.zhenggai.acceptance.fault;

import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.NewIssue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Registers an issue of a city and brings it to where it is rectified, then the next one, and so on. */
final class IssueWorker implements Worker {

    private static final String ISSUES = "/api/v1/issues";
    private static final Map<String, Object> ASSIGNMENT = Map.of("deadline", "2021-12-31");
    private static final Map<String, Object> ANALYSIS = Map.of(
            "causeAnalysis", "部门之间信息共享不到位",
            "rectificationGoal", "压减办理时间",
            "leadUnit", "住建局",
            "cooperatingUnits", List.of("自然资源和规划局"),
            "responsiblePerson", "张建设");

    private final Doors office;
    private final String campaignId;
    private final String city;
    private final Deeds deeds;
    private final List<Step> steps;
    private Optional<Commanded> issue = Optional.empty();
    private int next;

    IssueWorker(Doors province, Doors office, String campaignId, String city, Deeds deeds) {
        this.office = office;
        this.campaignId = campaignId;
        this.city = city;
        this.deeds = deeds;
        this.steps = List.of(
                new Step(province, (client, at) -> client.act(at.path() + "/assignments", at.tag(), ASSIGNMENT)),
                new Step(office, (client, at) -> client.act(at.path() + "/acknowledgements", at.tag())),
                new Step(office, (client, at) -> client.act(at.path() + "/cause-analyses", at.tag(), ANALYSIS)),
                new Step(office, (client, at) -> client.act(at.path() + "/rectifications", at.tag())));
    }

    private record Step(Doors by, Commanded.Command command) {}

    @Override
    public void step() {
        if (issue.isEmpty()) {
            register();
        } else {
            Step step = steps.get(next);
            moved(issue.get().give(step.by(), step.command()));
        }
    }

    @Override
    public void conclude() {
        issue.ifPresent(one -> moved(one.concluded()));
    }

    private void moved(boolean moved) {
        next += moved ? 1 : 0;
        if (next == steps.size()) {
            issue = Optional.empty();
        }
    }

    private void register() {
        String documentNumber = "通报" + UUID.randomUUID();
        Map<String, Object> form = NewIssue.of(campaignId, city, "SELF_INSPECTION", documentNumber, "联合验收未实现统一受理");
        Optional<Answer> answer = office.attempt(client -> client.create(ISSUES, form));
        answer.ifPresentOrElse(
                created -> {
                    Commanded registered = new Commanded(ISSUES, created, office, deeds);
                    deeds.registered(documentNumber, registered.id());
                    issue = Optional.of(registered);
                    next = 0;
                },
                () -> deeds.perhapsRegistered(documentNumber));
    }
}

package io.zhenggai.issue.supervision;

import io.zhenggai.issue.finding.OtherWork;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What of supervisions waits for a caller: of who issues them what is to be signed and what was replied, of who is addressed the reply. */
@ApplicationScoped
class SupervisionWork implements OtherWork {

    private static final String PROPOSED = "select from supervision where status = 'PROPOSED' and issuer = :issuer";

    private static final String ADDRESSED = """
            select from supervision_addressee as one join supervision on supervision.id = one.supervision_id
            where supervision.status = 'SIGNED' and\s""";

    private static final String REPLIED = ADDRESSED + "one.status = 'REPLIED' and supervision.issuer = :issuer";

    private static final String OWED = ADDRESSED + "one.status in ('OWED', 'RETURNED') and ";

    private final SupervisionRepository supervisions;

    SupervisionWork(SupervisionRepository supervisions) {
        this.supervisions = supervisions;
    }

    @Override
    public List<WaitingMatter> waitingFor(Caller caller) {
        Map<String, Object> parameters = new HashMap<>();
        Map<Matter, String> matters = new EnumMap<>(Matter.class);
        if (caller.role() == Role.PROVINCE || caller.role() == Role.OFFICE) {
            parameters.put("issuer", SupervisionService.issuerOf(caller));
            matters.put(Matter.SIGN_SUPERVISION, PROPOSED);
            matters.put(Matter.SETTLE_SUPERVISION_REPLY, REPLIED);
        }
        String addressed = answeredBy(caller, parameters);
        if (!addressed.isEmpty()) {
            matters.put(Matter.REPLY_TO_SUPERVISION, OWED + addressed);
        }
        return matters.isEmpty() ? List.of() : counted(matters, parameters);
    }

    /** The same as {@link Addressee#isAnsweredBy}; empty for whom nothing is addressed to. */
    private static String answeredBy(Caller caller, Map<String, Object> parameters) {
        String condition =
                switch (caller.role()) {
                    case OFFICE -> "one.unit is null and one.region_code = :region";
                    case COUNTY -> "one.region_code = :region";
                    case DEPARTMENT -> "one.unit = :unit and (one.city_code = :region or one.region_code = :region)";
                    case MEMBER_UNIT -> "one.unit = :unit";
                    default -> "";
                };
        if (!condition.isEmpty()) {
            parameters.put("region", caller.region());
            parameters.put("unit", caller.unit().orElse(""));
        }
        return condition;
    }

    private List<WaitingMatter> counted(Map<Matter, String> matters, Map<String, Object> parameters) {
        String sql = matters.entrySet().stream()
                .map(matter -> "select '" + matter.getKey() + "', (" + OtherWork.counting(matter.getValue()) + ")")
                .collect(Collectors.joining(" union all "));
        return supervisions.read(
                sql, parameters, row -> WaitingMatter.of(Matter.valueOf(row.getString(1)), row.getLong(2)));
    }
}

package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.ReadDemand.OwedBy;
import io.zhenggai.plan.notice.text.Marker;
import java.util.List;
import java.util.Optional;

/** Tells who a sentence is about, by how it or one of its parts begins. */
final class Subject {

    private static final List<String> OFFICES = List.of(
            "各省辖市", "省辖市", "设区市", "各市", "各地", "各设区市", "各州", "各区", "各县", "各盟", "各有关市", "各牵头", "请各省辖市", "请各市", "请各地",
            "请各区", "请各县", "请各设区市");
    private static final List<String> PROVINCE =
            List.of("省", "我厅", "我办", "我委", "我局", "本厅", "厅", "自治区", "市工程建设项目审批制度改革领导小组办公室");

    private static final List<String> PROVINCES_OWN = List.of("请省", "中央驻", "国家");
    private static final List<String> DEPARTMENTS = List.of(
            "各成员单位", "各有关部门", "各部门", "有关部门", "各相关部门", "相关部门", "各有关单位", "各单位", "成员单位", "各配合部门", "请各有关部门", "请各成员单位",
            "请各部门", "请各单位");
    private static final List<String> COUNTIES = List.of("各县", "各区", "各开发区", "各乡", "请各县", "请各区", "县级");

    private Subject() {}

    /** @return whether a clause begins with somebody of the province, who is no regional office */
    static boolean isOfProvince(String clause) {
        String words = behindMarker(clause);
        return named(words, 0).filter(subject -> subject == OwedBy.PROVINCE).isPresent()
                || begins(words, PROVINCES_OWN);
    }

    /** @return whether a clause begins with those who are below an office or beside it, or may be */
    static boolean isOfDepartments(String clause) {
        return begins(behindMarker(clause), DEPARTMENTS);
    }

    /** @return whether a clause begins with counties or zones */
    static boolean isOfCounties(String clause) {
        return begins(behindMarker(clause), COUNTIES);
    }

    private static String behindMarker(String clause) {
        return clause.substring(Marker.at(clause, 0).map(Marker::end).orElse(0));
    }

    private static boolean begins(String words, List<String> with) {
        return with.stream().anyMatch(words::startsWith);
    }

    /** @return whom the nearest part of a sentence that names somebody begins with, at or before a place */
    static Optional<OwedBy> at(String sentence, int place) {
        int begin = place;
        while (begin >= 0) {
            begin = partBegin(sentence, begin);
            // A sentence may begin with the number of its section.
            int words =
                    begin > 0 ? begin : Marker.at(sentence, 0).map(Marker::end).orElse(0);
            Optional<OwedBy> found = named(sentence, words);
            if (found.isPresent() || begin == 0) {
                return found;
            }
            begin--;
        }
        return Optional.empty();
    }

    private static int partBegin(String sentence, int place) {
        int begin = Math.min(place, sentence.length());
        while (begin > 0 && "，：。；:,".indexOf(sentence.charAt(begin - 1)) < 0) {
            begin--;
        }
        return begin;
    }

    private static Optional<OwedBy> named(String sentence, int begin) {
        if (OFFICES.stream().anyMatch(word -> sentence.startsWith(word, begin))) {
            return Optional.of(OwedBy.OFFICES);
        }
        return PROVINCE.stream().anyMatch(word -> sentence.startsWith(word, begin))
                ? Optional.of(OwedBy.PROVINCE)
                : Optional.empty();
    }
}

package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import io.zhenggai.plan.notice.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sentence that speaks of filing: its clauses, verbs, dates and the words for what is filed, by their places in it. Tells which
 * verb a word is filed by, and who files it.
 */
record FilingSentence(String text, Clauses clauses, List<FilingVerb> verbs, List<Found> words, List<FilingDate> dates) {

    private static final List<String> SHARING = List.of("连同", "一并", "一同", "一起", "随同", "同时");
    private static final List<String> OBJECT_ENDS = List.of(
            "情况", "材料", "资料", "文件", "名单", "报告", "台账", "清单", "结果", "信息", "数据", "表", "方案", "总结", "案例", "意见", "建议");
    private static final List<String> RECIPIENT_ENDS = List.of("办公室", "专班", "小组", "厅", "局", "委", "处", "部", "邮箱", "办");
    private static final String RECIPIENT_BEGINS = "省我市厅局州至给到本国住领自";

    /** A word for what is filed, at its place. */
    record Found(FilingWord.Word word, int begin) {
        int end() {
            return begin + word.text().length();
        }
    }

    static FilingSentence of(Span sentence, List<DatedWords> dates) {
        String text = sentence.text();
        return new FilingSentence(
                text,
                new Clauses(text),
                FilingVerb.in(text),
                words(text),
                dates.stream()
                        .map(date -> FilingDate.of(text, date, sentence.begin()))
                        .toList());
    }

    private static List<Found> words(String text) {
        List<Found> words = new ArrayList<>();
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += "（(".indexOf(c) >= 0 ? 1 : "）)".indexOf(c) >= 0 ? -1 : 0;
            Optional<FilingWord.Word> word = depth > 0 ? Optional.empty() : FilingWord.at(text, at);
            if (word.isPresent()) {
                words.add(new Found(word.get(), at));
                at += word.get().text().length() - 1;
            }
        }
        return words;
    }

    /** @return the verb that a word is filed by: in its own clause, else in the next that has a verb and names nothing else */
    Optional<FilingVerb> verbOf(Found word) {
        int clause = clauses.at(word.begin());
        List<FilingVerb> here = verbsIn(clause);
        Optional<FilingVerb> before = here.stream()
                .filter(verb -> verb.end() <= word.begin())
                .reduce((first, second) -> second)
                .filter(verb -> governs(verb, word));
        if (before.isPresent()) {
            return before;
        }
        Optional<FilingVerb> behind =
                here.stream().filter(verb -> verb.begin() >= word.end()).findFirst();
        for (int next = clause + 1; behind.isEmpty() && here.isEmpty() && next < clauses.count(); next++) {
            List<FilingVerb> there = verbsIn(next);
            if (!there.isEmpty()) {
                return Optional.of(there.get(0)).filter(this::isWithoutObject);
            }
        }
        return behind;
    }

    /** 报送整改方案, but not 报送…并将整改方案…, nor with a date between. */
    private boolean governs(FilingVerb verb, Found word) {
        String between = text.substring(verb.end(), word.begin());
        return between.indexOf('将') < 0
                && between.indexOf('把') < 0
                && dates.stream().noneMatch(date -> date.begin() >= verb.end() && date.end() <= word.begin());
    }

    private boolean isWithoutObject(FilingVerb verb) {
        int clause = clauses.at(verb.begin());
        String whole = clauses.text(clause);
        if (SHARING.stream().anyMatch(whole::contains)) {
            return true;
        }
        String before = text.substring(clauses.begin(clause), verb.begin());
        boolean named = words.stream().anyMatch(word -> clauses.at(word.begin()) == clause);
        return !named && !takesObject(before) && (verb.namesRecipient(text) || isRecipient(rest(verb, clause)));
    }

    /** 将有关情况: what is filed stands before the verb. */
    private static boolean takesObject(String before) {
        int at = Math.max(before.lastIndexOf('将'), before.lastIndexOf('把'));
        return at >= 0 && at + 1 < before.length() && "于其".indexOf(before.charAt(at + 1)) < 0;
    }

    private String rest(FilingVerb verb, int clause) {
        return text.substring(verb.end(), Math.max(verb.end(), clauses.end(clause)));
    }

    private static boolean isRecipient(String rest) {
        return rest.isBlank()
                || RECIPIENT_ENDS.stream().anyMatch(rest::endsWith)
                || (RECIPIENT_BEGINS.indexOf(rest.charAt(0)) >= 0
                        && OBJECT_ENDS.stream().noneMatch(rest::endsWith));
    }

    /** @return who files a word, by how its clause and that of its verb begin */
    FilingDebtor debtor(Found word) {
        String own = clauses.text(clauses.at(word.begin()));
        Optional<FilingVerb> verb = verbOf(word);
        String its = verb.map(found -> clauses.text(clauses.at(found.begin()))).orElse(own);
        if (Subject.isOfProvince(own) || Subject.isOfProvince(its)) {
            return FilingDebtor.OTHERS;
        }
        boolean counties = Subject.isOfCounties(own) || Subject.isOfCounties(its);
        if (counties && verb.filter(this::isToCity).isPresent()) {
            return FilingDebtor.OTHERS;
        }
        boolean unsure = counties
                || Subject.isOfDepartments(own)
                || Subject.isOfDepartments(its)
                || Subject.at(text, word.begin())
                        .filter(subject -> subject == ReadDemand.OwedBy.PROVINCE)
                        .isPresent();
        return unsure ? FilingDebtor.PERHAPS_OFFICES : FilingDebtor.OFFICES;
    }

    /** 报市工改办: not to the province. */
    private boolean isToCity(FilingVerb verb) {
        return text.startsWith("市", verb.end() - 1)
                || List.of("市", "至市", "所在市", "所属市", "省辖市", "设区市").stream()
                        .anyMatch(city -> text.startsWith(city, verb.end()));
    }

    /** @return whether neither a word nor a verb lies between two places */
    boolean nothingBetween(int from, int to) {
        return words.stream().noneMatch(word -> word.begin() >= from && word.end() <= to)
                && verbs.stream().noneMatch(verb -> verb.begin() >= from && verb.end() <= to);
    }

    List<FilingVerb> verbsIn(int clause) {
        return verbs.stream().filter(verb -> clauses.at(verb.begin()) == clause).toList();
    }

    List<FilingDate> datesIn(int clause) {
        return dates.stream().filter(date -> clauses.at(date.begin()) == clause).toList();
    }
}

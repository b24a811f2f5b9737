package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DatedWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds by when something is to be filed. A date is taken from the clause of the verb of filing; one from another clause at most
 * as a proposal, unless it stands there by itself (10月31日前，). A date that says when something else is done, or of which it is
 * not clear, is not taken: a gap that is seen is better than a day that nobody set.
 */
final class FilingDates {

    private static final List<String> GOING_ON = List.of("并", "且", "同时", "形成", "将", "连同", "一并");
    private static final List<String> LABELS = List.of("时间", "日期", "时限", "截止", "最迟", "最晚", "不超过", "不得超过", "晚于");
    private static final List<String> LABELLED = List.of(
            "报送时", "报送截", "报送日", "上报时", "上报截", "上报日", "提交时", "时间", "时限", "截止", "最迟", "最晚", "不晚于", "不得晚于", "不超过",
            "不得超过");
    private final FilingSentence sentence;
    private final String text;
    private final Clauses clauses;

    /**
     * By when.
     *
     * @param stated whether the sentence says it; otherwise it is only implied
     */
    record Due(DatedWords date, boolean stated) {}

    FilingDates(FilingSentence sentence) {
        this.sentence = sentence;
        this.text = sentence.text();
        this.clauses = sentence.clauses();
    }

    Optional<Due> of(FilingSentence.Found word) {
        Optional<FilingVerb> found = sentence.verbOf(word);
        if (found.isEmpty()) {
            return shortened(word);
        }
        FilingVerb verb = found.get();
        int its = clauses.at(verb.begin());
        int own = clauses.at(word.begin());
        if (its == own) {
            Optional<Due> here = verb.begin() >= word.end() ? before(word, verb) : behind(word, verb);
            return !sentence.datesIn(own).isEmpty() ? here : around(own, own, verb);
        }
        if (!sentence.datesIn(its).isEmpty()) {
            return beforeVerb(its, verb);
        }
        return sentence.datesIn(own).isEmpty() ? around(own, its, verb) : inWordsClause(word, verb);
    }

    /** The verb stands in a later clause. */
    private Optional<Due> shortened(FilingSentence.Found word) {
        int clause = clauses.at(word.begin());
        if (sentence.verbs().stream().noneMatch(verb -> clauses.at(verb.begin()) > clause)
                || !sentence.verbsIn(clause).isEmpty()) {
            return Optional.empty();
        }
        return only(sentence.datesIn(clause))
                .filter(date -> date.isDue() && (isDirect(date, word) && endsClause(word) || endsClauseOf(date, word)))
                .map(date -> new Due(date.words(), true));
    }

    /** 将整改方案: nothing but this stands between. */
    private boolean isDirect(FilingDate date, FilingSentence.Found word) {
        if (date.end() > word.begin()) {
            return false;
        }
        String between = text.substring(date.end(), word.begin());
        return between.isEmpty() || "将把《".indexOf(between.charAt(0)) >= 0 && !Reach.hasActivity(between);
    }

    /** What is done with it is said later: 将整改方案， or 将整改方案（盖章）、问题台账，. */
    private boolean endsClause(FilingSentence.Found word) {
        String rest = text.substring(word.end(), clauses.end(clauses.at(word.begin())));
        String bare = rest.startsWith("》") ? rest.substring(1) : rest;
        boolean bracket = "（(".indexOf(bare.isEmpty() ? ' ' : bare.charAt(0)) >= 0
                && "）)".indexOf(bare.charAt(bare.length() - 1)) >= 0;
        boolean list = bare.startsWith("、") || bare.startsWith("和") || bare.startsWith("及");
        return bare.isBlank() || bracket || (list && !Reach.hasActivity(FilingWord.without(bare)));
    }

    private boolean endsClauseOf(FilingDate date, FilingSentence.Found word) {
        return date.begin() >= word.end()
                && date.end() == clauses.end(clauses.at(word.begin()))
                && !Reach.hasActivity(text.substring(word.end(), date.begin()));
    }

    /** 将整改方案于10月31日前报送, 整改方案于…, or 10月31日前将整改方案报送. */
    private Optional<Due> before(FilingSentence.Found word, FilingVerb verb) {
        List<FilingDate> here = sentence.datesIn(clauses.at(word.begin()));
        Optional<FilingDate> ahead =
                here.stream().filter(date -> date.end() <= word.begin()).reduce((first, second) -> second);
        Optional<FilingDate> behind = here.stream()
                .filter(date -> date.begin() >= word.end() && date.end() <= verb.begin())
                .findFirst();
        if (ahead.isEmpty() && behind.isEmpty()) {
            return labelled(here, verb.end());
        }
        if (ahead.filter(date -> isDirect(date, word)).isPresent() || behind.isEmpty()) {
            return ahead.flatMap(date -> reaching(date, verb, here));
        }
        boolean other = ahead.filter(FilingDate::isDue)
                .filter(date -> "、和及与".indexOf(text.charAt(date.end())) < 0)
                .isPresent();
        return other ? Optional.empty() : reaching(behind.get(), verb, here);
    }

    /** 10月31日前报送整改方案, 报送整改方案（10月31日前）, 整改方案报送时间为10月31日. */
    private Optional<Due> behind(FilingSentence.Found word, FilingVerb verb) {
        List<FilingDate> here = sentence.datesIn(clauses.at(word.begin()));
        Optional<FilingDate> ahead =
                here.stream().filter(date -> date.end() <= verb.begin()).reduce((first, second) -> second);
        return ahead.isPresent() ? reaching(ahead.get(), verb, here) : labelled(here, word.end());
    }

    private Optional<Due> beforeVerb(int clause, FilingVerb verb) {
        List<FilingDate> here = sentence.datesIn(clause);
        Optional<FilingDate> ahead =
                here.stream().filter(date -> date.end() <= verb.begin()).reduce((first, second) -> second);
        return ahead.isPresent() ? reaching(ahead.get(), verb, here) : labelled(here, verb.end());
    }

    private Optional<Due> labelled(List<FilingDate> here, int from) {
        return only(here)
                .filter(date -> date.isDue() && date.begin() >= from)
                .filter(date -> date.inBrackets() || isLabel(text.substring(from, date.begin())))
                .filter(date -> date.inBrackets() || date.end() == clauses.end(clauses.at(date.begin())))
                .map(date -> new Due(date.words(), true));
    }

    private static boolean isLabel(String words) {
        return LABELS.stream().anyMatch(words::contains) && !Reach.hasActivity(words);
    }

    private Optional<Due> reaching(FilingDate date, FilingVerb verb, List<FilingDate> here) {
        if (!date.isDue() || date.inBrackets() || isOneOfSeveral(date, here)) {
            return Optional.empty();
        }
        Reach reach = Reach.within(text.substring(date.end(), verb.begin()));
        boolean others =
                sentence.verbs().stream().anyMatch(other -> other.begin() >= date.end() && other.end() <= verb.begin());
        return reach == Reach.NONE
                ? Optional.empty()
                : Optional.of(new Due(date.words(), reach == Reach.STATED && !others));
    }

    /** 10月25日前、11月20日前分别报送: which of them is meant of what is not told. */
    private boolean isOneOfSeveral(FilingDate date, List<FilingDate> here) {
        return here.stream()
                .filter(other -> other != date)
                .anyMatch(other -> sentence.nothingBetween(
                        Math.min(date.end(), other.end()), Math.max(date.begin(), other.begin())));
    }

    /** 10月25日前制定整改方案，报省厅: said of making it, and so of filing it only implied. */
    private Optional<Due> inWordsClause(FilingSentence.Found word, FilingVerb verb) {
        Optional<Due> shortened = shortened(word);
        return shortened.isPresent()
                ? shortened
                : only(sentence.datesIn(clauses.at(word.begin())))
                        .filter(date -> date.isDue() && !date.inBrackets() && date.end() <= word.begin())
                        .filter(date -> Reach.mayReach(text.substring(date.end(), verb.begin())))
                        .map(date -> new Due(date.words(), false));
    }

    /** A date in the clauses before those of the word and the verb, or a labelled one right behind. */
    private Optional<Due> around(int one, int other, FilingVerb verb) {
        int first = Math.min(one, other);
        int clause = first - 1;
        while (clause >= 0 && sentence.datesIn(clause).isEmpty()) {
            clause--;
        }
        Optional<Due> earlier = clause < 0 ? Optional.empty() : earlier(clause, first, verb);
        return earlier.isPresent() ? earlier : later(Math.max(one, other));
    }

    private Optional<Due> earlier(int clause, int first, FilingVerb verb) {
        Optional<FilingDate> found = only(sentence.datesIn(clause)).filter(date -> date.isDue() && !date.inBrackets());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        FilingDate date = found.get();
        String between = text.substring(clauses.end(clause), verb.begin());
        if (isByItself(date, clause)) {
            Reach reach = isAnothers(clause + 1, verb) ? Reach.NONE : Reach.ofHeading(between);
            boolean stated = reach == Reach.STATED && date.words().words().before();
            return reach == Reach.NONE ? Optional.empty() : Optional.of(new Due(date.words(), stated));
        }
        boolean goesOn = first == clause + 1
                && GOING_ON.stream().anyMatch(clauses.text(first)::startsWith)
                && Reach.mayReach(text.substring(date.end(), verb.begin()));
        return goesOn ? Optional.of(new Due(date.words(), false)) : Optional.empty();
    }

    /** 10月20日，省厅召开会议，: said of what somebody else does. */
    private boolean isAnothers(int from, FilingVerb verb) {
        return IntStream.rangeClosed(from, clauses.at(verb.begin()))
                .anyMatch(clause -> Subject.isOfProvince(clauses.text(clause)));
    }

    /** 10月31日前， or 请各市于10月31日前，: said of all that follows. */
    private boolean isByItself(FilingDate date, int clause) {
        String before = text.substring(clauses.begin(clause), date.begin());
        return date.end() == clauses.end(clause)
                && !Reach.hasActivity(before)
                && (before.isBlank() || List.of("请", "于", "在", "最迟").contains(before) || isSubject(before));
    }

    private static boolean isSubject(String words) {
        return words.endsWith("于")
                && Subject.at(words, 0)
                        .filter(subject -> subject == ReadDemand.OwedBy.OFFICES)
                        .isPresent();
    }

    private Optional<Due> later(int clause) {
        if (clause + 1 >= clauses.count()) {
            return Optional.empty();
        }
        return only(sentence.datesIn(clause + 1))
                .filter(FilingDate::isDue)
                .filter(date -> date.end() == clauses.end(clause + 1)
                        && LABELLED.stream().anyMatch(clauses.text(clause + 1)::startsWith)
                        && isLabel(text.substring(clauses.begin(clause + 1), date.begin())))
                .map(date -> new Due(date.words(), false));
    }

    private static Optional<FilingDate> only(List<FilingDate> some) {
        return some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty();
    }
}

package io.zhenggai.plan.notice.misprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.plan.notice.text.Joined;
import io.zhenggai.plan.notice.text.LineJoiner;
import io.zhenggai.plan.notice.text.Lines;
import io.zhenggai.plan.notice.text.Outline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisprintReaderTest {

    @Test
    void aCharacterDoubledOverABrokenLine() {
        List<Misprint> found = find("各地要认真学习，加强领导小组\n\n组办公室的协调，狠抓落实。");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(MisprintKind.DOUBLED_CHARACTER);
        assertThat(found.get(0).line()).isEqualTo(3);
        assertThat(found.get(0).message().zh()).isEqualTo("第 1 行末与第 3 行首的“组”字疑似重复");
    }

    @Test
    void doubledWordsAndStops() {
        assertThat(kinds("反映强烈的的问题。")).containsExactly(MisprintKind.DOUBLED_CHARACTER);
        assertThat(kinds("认真学习，，抓好落实。")).containsExactly(MisprintKind.DOUBLED_CHARACTER);
    }

    @Test
    void bracketsWithoutTheirOtherHalf() {
        assertThat(kinds("总结报告（包括开展情况。")).containsExactly(MisprintKind.UNBALANCED_BRACKET);
        assertThat(kinds("印发方案》的通知。")).containsExactly(MisprintKind.UNBALANCED_BRACKET);
        assertThat(kinds("深化“放管服“改革。")).containsExactly(MisprintKind.UNBALANCED_BRACKET);
        assertThat(kinds("印发《方案（试行》）的通知。")).containsExactly(MisprintKind.UNBALANCED_BRACKET);
    }

    @Test
    void bothWidthsInOnePairOrNumber() {
        assertThat(kinds("各县(市）要落实。")).containsExactly(MisprintKind.MIXED_WIDTH);
        assertThat(kinds("(一）加强领导。")).containsExactly(MisprintKind.MIXED_WIDTH);
        assertThat(kinds("于2０21年完成。")).containsExactly(MisprintKind.MIXED_WIDTH);
    }

    @Test
    void aHalfWidthCommaWhereAllOthersAreFullWidth() {
        String usual = "学习，落实，检查，总结，报送，整改，提升，巩固，深化，推广，宣传。\n";

        assertThat(kinds(usual + "各地,各部门要落实。")).containsExactly(MisprintKind.MIXED_WIDTH);
        assertThat(kinds("各地,各部门要学习,落实。")).isEmpty();
    }

    @Test
    void aWordThatTheTextWritesOtherwiseElsewhere() {
        String usual = "扎实推进以评促改。整改提升有序，整改提升有效，整改提升有力。\n";

        assertThat(find(usual + "重视培训，以促改，见实效。"))
                .extracting(one -> one.message().zh())
                .containsExactly("“以促改”疑为“以评促改”，文中他处均写作后者");
        assertThat(find(usual + "包括这能改提升开展情况。"))
                .extracting(one -> one.message().zh())
                .containsExactly("“能改提升”疑为“整改提升”，文中他处均写作后者");
    }

    @Test
    void aWordThatIsOnlyOnceOtherwiseButUsualNowhereIsLeftAlone() {
        assertThat(kinds("重视培训，以促改，见实效。")).isEmpty();
        assertThat(kinds("整改提升。包括这能改提升开展情况。")).isEmpty();
    }

    @Test
    void aVariantThatStandsTwiceIsMeant() {
        assertThat(kinds("整改提升，整改提升，整改提升，能改提升，能改提升。")).isEmpty();
    }

    @Test
    void aWordThatIsRightIsLeftAlone() {
        assertThat(kinds("营商环境，营商环境，营商环境，招商环境。")).isEmpty();
        assertThat(kinds("办理建筑许可，办理建筑许可，办理建筑许可，办理建设许可。")).isEmpty();
    }

    @Test
    void daysThatAreNone() {
        assertThat(find("请于11月31日前报送。")).extracting(Misprint::text).containsExactly("11月31日前");
    }

    @Test
    void numbersLeftOutOrGivenTwice() {
        assertThat(kinds("一、甲\n三、乙")).containsExactly(MisprintKind.NUMBERING);
        assertThat(kinds("（一）甲\n（二）乙\n（二）丙")).containsExactly(MisprintKind.NUMBERING);
        assertThat(kinds("第二阶段：整改\n第三阶段：总结")).containsExactly(MisprintKind.NUMBERING);
    }

    @Test
    void aLostCharacter() {
        assertThat(find("优化营商环\uFFFD。")).extracting(Misprint::kind).containsExactly(MisprintKind.LOST_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊",
                "1)甲\n2)乙",
                "（一）甲（含乙）；（二）丙“丁”。",
                "的的确确，是是非非。",
                "It's a rock 'n' roll (sic), isn't it?",
                "各县（市）、开发区，2021年10月31日前。",
                "请于2022年2月28日前报送，2024年2月29日前总结。",
                "3.加强领导。\n4.狠抓落实。"
            })
    void whatIsRightRaisesNoAlarm(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void thereIsAnEndToSuspicions() {
        assertThat(find("反映强烈的的问题。\n".repeat(500))).hasSize(100);
    }

    private static List<MisprintKind> kinds(String text) {
        return find(text).stream().map(Misprint::kind).toList();
    }

    private static List<Misprint> find(String text) {
        Joined joined = LineJoiner.join(Lines.of(text));
        return MisprintReader.read(List.of(), joined, Outline.of(joined.paragraphs()));
    }
}

package io.zhenggai.report.office;

/**
 * What the figures say, in words to take over or to write on from 代拟.
 *
 * @param practices for the part on how the campaign was carried out
 * @param problems for the part on the problems found and their handling
 * @param training for the part on training
 */
public record ProposedTexts(String practices, String problems, String training) {

    /**
     * @param office the office's region by name
     * @param campaign the title of the plan that the campaign follows
     */
    public static ProposedTexts of(String office, String campaign, OfficeFigures figures) {
        return new ProposedTexts(
                PracticesText.of(office, campaign, figures),
                ProblemsText.of(office, figures),
                TrainingText.of(office, figures.training()));
    }
}

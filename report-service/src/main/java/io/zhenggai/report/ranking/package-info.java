/**
 * Rankings that the province has published to the offices that it names: frozen as they stood, and shown to nobody else. The ranking of
 * now is the province's own affair.
 */
@NullMarked
package io.zhenggai.report.ranking;

import org.jspecify.annotations.NullMarked;

/**
 * What is on record, for auditors: the histories of all aggregates, who was shown personal data, and the seals over both (decision
 * 13).
 */
@NullMarked
package io.zhenggai.kit.audit;

import org.jspecify.annotations.NullMarked;

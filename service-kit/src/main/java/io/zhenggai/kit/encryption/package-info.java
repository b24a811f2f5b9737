/**
 * What may lie in the database only encrypted: the answers that are kept for repeated requests (decision 11) and personal data
 * (decision 12).
 */
@NullMarked
package io.zhenggai.kit.encryption;

import org.jspecify.annotations.NullMarked;

/**
 * What may lie in the database only encrypted: so far the answers that are kept for repeated requests (decision 11).
 */
@NullMarked
package io.zhenggai.kit.encryption;

import org.jspecify.annotations.NullMarked;

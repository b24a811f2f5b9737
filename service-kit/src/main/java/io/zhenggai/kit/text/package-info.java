/**
 * Texts that people write: which characters are taken, in which form they are stored, and the constraints for fields of requests.
 */
@NullMarked
package io.zhenggai.kit.text;

import org.jspecify.annotations.NullMarked;

/** Who read what of persons: every answer that shows personal data is on record (decision 12). */
@NullMarked
package io.zhenggai.kit.personal;

import org.jspecify.annotations.NullMarked;

/** Who read what of persons: who is shown personal data is on record (decision 12). */
@NullMarked
package io.zhenggai.kit.personal;

import org.jspecify.annotations.NullMarked;

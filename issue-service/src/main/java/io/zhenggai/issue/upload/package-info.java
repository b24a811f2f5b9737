/** How bodies come in that are larger than a JSON request: their limits, and how many are held at a time. */
@NullMarked
package io.zhenggai.issue.upload;

import org.jspecify.annotations.NullMarked;

/** Files are shown to a virus scanner before they are kept, where there is one. */
@NullMarked
package io.zhenggai.issue.scan;

import org.jspecify.annotations.NullMarked;

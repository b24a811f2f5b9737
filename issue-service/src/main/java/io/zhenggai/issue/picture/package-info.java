/** Small pictures of pictures, made by plain Java. */
@NullMarked
package io.zhenggai.issue.picture;

import org.jspecify.annotations.NullMarked;

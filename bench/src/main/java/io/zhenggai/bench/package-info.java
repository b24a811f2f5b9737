/**
 * What the backbone costs: the measuring program behind {@code ./run bench}. It starts servers and services as processes of their
 * own and holds what they do against a limit that it measures in the same run.
 */
@NullMarked
package io.zhenggai.bench;

import org.jspecify.annotations.NullMarked;

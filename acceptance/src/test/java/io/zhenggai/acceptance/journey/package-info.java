/** The main job, from the notice to the last accepted report, as the people of one office and the province do it. */
@NullMarked
package io.zhenggai.acceptance.journey;

import org.jspecify.annotations.NullMarked;

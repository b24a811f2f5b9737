/** What this service keeps of the campaigns: a projection of the topic {@code zhenggai.campaign}. */
@NullMarked
package io.zhenggai.report.campaign;

import org.jspecify.annotations.NullMarked;

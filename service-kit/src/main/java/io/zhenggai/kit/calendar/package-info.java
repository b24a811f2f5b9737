/**
 * Working days, deadlines and lights as Chinese offices count them: days are days in Asia/Shanghai, public holidays and
 * make-up working days are those that the State Council announces.
 */
@NullMarked
package io.zhenggai.kit.calendar;

import org.jspecify.annotations.NullMarked;

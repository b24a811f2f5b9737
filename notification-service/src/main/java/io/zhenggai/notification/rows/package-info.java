/** How this service's tables are read and written: many rows in one statement, and columns that are the planner's values. */
@NullMarked
package io.zhenggai.notification.rows;

import org.jspecify.annotations.NullMarked;

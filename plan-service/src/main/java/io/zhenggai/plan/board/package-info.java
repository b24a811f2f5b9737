/** The board 进度表 of a campaign: a row for each office, a cell for each of its obligations, and what the province owes itself. */
@NullMarked
package io.zhenggai.plan.board;

import org.jspecify.annotations.NullMarked;

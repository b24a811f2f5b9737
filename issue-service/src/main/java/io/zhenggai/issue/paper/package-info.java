/**
 * The ledger as offices print and send it: 整改台账 and its three lists 问题清单、任务清单、责任清单 as sheets, 销号申请表 and 一问题一档 of one issue. What the ledger
 * does not know is left empty, to be filled in by hand. Of complainants, texts as received and telephone numbers nothing is on any sheet or
 * form; the file of an issue shows of them what the caller is shown elsewhere.
 */
@NullMarked
package io.zhenggai.issue.paper;

import org.jspecify.annotations.NullMarked;

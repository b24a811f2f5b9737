/** What happened to the issues of the province, for systems that keep a copy of the ledger and do not read Kafka. */
@NullMarked
package io.zhenggai.issue.feed;

import org.jspecify.annotations.NullMarked;

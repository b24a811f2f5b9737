/** Many who change one thing at the same time. */
package io.zhenggai.acceptance.concurrency;

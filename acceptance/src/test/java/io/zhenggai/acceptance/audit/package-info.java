/** What auditors are shown of what the tests before have done, and that all of it holds together. */
@org.jspecify.annotations.NullMarked
package io.zhenggai.acceptance.audit;

/**
 * Finding issues in the ledger: by everything that it shows, in the order that is asked for, page by page. A page costs the same however many
 * issues there are: every order has an index that it is read along, and a page ends where the next one begins.
 */
@NullMarked
package io.zhenggai.issue.finding;

import org.jspecify.annotations.NullMarked;

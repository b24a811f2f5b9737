/**
 * Saved views: filters and order of the list of issues, which a person keeps under a name. What is kept is the question and never an answer to
 * it: who asks it anew sees what the list shows them on that day.
 */
@NullMarked
package io.zhenggai.issue.view;

import org.jspecify.annotations.NullMarked;

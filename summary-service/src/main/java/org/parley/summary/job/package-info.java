/** The making of summaries: one job a thread at a time, shared by all workers. */
@NullMarked
package org.parley.summary.job;

import org.jspecify.annotations.NullMarked;

/** Jobs that make summaries: one per thread at a time, shared by all workers. */
@NullMarked
package org.parley.summary.job;

import org.jspecify.annotations.NullMarked;

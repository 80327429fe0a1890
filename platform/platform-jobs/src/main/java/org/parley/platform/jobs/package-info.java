/** Scheduled jobs that run once per cluster, and on request. */
@NullMarked
package org.parley.platform.jobs;

import org.jspecify.annotations.NullMarked;

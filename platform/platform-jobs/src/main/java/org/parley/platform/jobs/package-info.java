/** Jobs that run by the clock, once per cluster, and by hand. */
@NullMarked
package org.parley.platform.jobs;

import org.jspecify.annotations.NullMarked;

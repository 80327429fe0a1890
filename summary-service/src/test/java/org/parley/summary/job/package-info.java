/** How jobs are done. */
@NullMarked
package org.parley.summary.job;

import org.jspecify.annotations.NullMarked;

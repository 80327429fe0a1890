/** Tests of jobs. */
@NullMarked
package org.parley.summary.job;

import org.jspecify.annotations.NullMarked;

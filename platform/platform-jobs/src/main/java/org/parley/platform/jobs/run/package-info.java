/** The runs of jobs and their history. */
@NullMarked
package org.parley.platform.jobs.run;

import org.jspecify.annotations.NullMarked;

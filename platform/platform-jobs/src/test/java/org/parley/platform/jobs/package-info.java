/** Tests of jobs on real servers, with two instances. */
@NullMarked
package org.parley.platform.jobs;

import org.jspecify.annotations.NullMarked;

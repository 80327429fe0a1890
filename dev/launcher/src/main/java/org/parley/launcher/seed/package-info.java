/** Generates users, threads and posts in a development database. */
@NullMarked
package org.parley.launcher.seed;

import org.jspecify.annotations.NullMarked;

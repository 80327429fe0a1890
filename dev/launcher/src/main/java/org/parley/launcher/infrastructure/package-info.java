/** Access to the broker and the databases for drills and benchmarks. */
@NullMarked
package org.parley.launcher.infrastructure;

import org.jspecify.annotations.NullMarked;

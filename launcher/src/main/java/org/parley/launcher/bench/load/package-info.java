/** The load generator and its scenarios. */
@NullMarked
package org.parley.launcher.bench.load;

import org.jspecify.annotations.NullMarked;

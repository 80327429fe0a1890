/** Load on a running Parley, and what it costs. */
@NullMarked
package org.parley.launcher.bench;

import org.jspecify.annotations.NullMarked;

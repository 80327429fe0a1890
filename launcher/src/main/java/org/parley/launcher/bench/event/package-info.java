/** The benchmark of events: publishing, relay and consumption. */
@NullMarked
package org.parley.launcher.bench.event;

import org.jspecify.annotations.NullMarked;

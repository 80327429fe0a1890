/** The benchmark of events: publishing, relay and consumption. */
@NullMarked
package org.parley.bench.event;

import org.jspecify.annotations.NullMarked;

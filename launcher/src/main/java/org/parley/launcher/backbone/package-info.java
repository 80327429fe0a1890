/**
 * The way of events, as drills and benchmarks get hold of it: the broker, what waits to
 * be sent, and a listener of our own.
 */
@NullMarked
package org.parley.launcher.backbone;

import org.jspecify.annotations.NullMarked;

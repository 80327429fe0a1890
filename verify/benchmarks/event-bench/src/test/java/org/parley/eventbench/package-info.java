/** Publishes and consumes events at a given rate to measure their latency. */
@NullMarked
package org.parley.eventbench;

import org.jspecify.annotations.NullMarked;

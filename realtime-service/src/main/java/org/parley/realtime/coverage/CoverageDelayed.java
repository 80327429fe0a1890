package org.parley.realtime.coverage;

/**
 * The log did not become complete in time after this instance connected to the broker.
 */
public record CoverageDelayed() {
}

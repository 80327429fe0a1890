package org.parley.realtime.coverage;

/** The log has everything that was published before this instance listened. */
public record CoverageRestored() {
}

package org.parley.realtime.coverage;

/** The log contains all events published before this instance listened. */
public record CoverageRestored() {
}

package org.parley.realtime.coverage;

/** It takes long until the log has what was published before this instance listened. */
public record CoverageDelayed() {
}

package org.parley.contracts.media;

import org.parley.contracts.Publishes;

/** A medium was removed, with its files. */
@Publishes("media.removed")
public record MediaRemoved(MediaReference media, long version) implements MediaEvent {
}

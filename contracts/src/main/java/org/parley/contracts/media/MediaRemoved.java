package org.parley.contracts.media;

import org.parley.contracts.Publishes;

/**
 * A medium was removed, with its files.
 *
 * @param media the medium
 * @param version its version
 */
@Publishes("media.removed")
public record MediaRemoved(MediaReference media, long version) implements MediaEvent {
}

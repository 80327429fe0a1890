package org.parley.contracts.media;

import org.parley.contracts.EventType;
import org.parley.contracts.Publishes;

/**
 * A medium can be used, its alternative text has changed, or its current state was
 * requested.
 *
 * @param type {@code media.ready} or {@code media.snapshot}
 * @param media the medium with its files
 */
@Publishes({ "media.ready", "media.snapshot" })
public record MediaReady(@EventType String type, ReadyMedium media, long version) implements MediaEvent {
}

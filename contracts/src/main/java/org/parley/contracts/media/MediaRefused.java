package org.parley.contracts.media;

import org.parley.contracts.Publishes;

/**
 * A medium cannot be used.
 *
 * @param refusal the code of the reason
 */
@Publishes("media.refused")
public record MediaRefused(MediaReference media, String refusal, long version) implements MediaEvent {
}

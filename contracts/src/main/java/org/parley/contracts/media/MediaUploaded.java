package org.parley.contracts.media;

import org.parley.contracts.Publishes;

/** An upload is complete. */
@Publishes("media.uploaded")
public record MediaUploaded(MediaReference media, long version) implements MediaEvent {
}

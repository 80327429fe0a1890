package org.parley.contracts.media;

/** A medium as named in events. */
public record MediaReference(String id, String ownerId, MediaPurpose purpose) implements MediaEvent.Medium {
}

package org.parley.contracts.media;

/**
 * A medium as named in events.
 *
 * @param purpose what it was uploaded for
 */
public record MediaReference(String id, String ownerId, MediaPurpose purpose) implements MediaEvent.Medium {
}

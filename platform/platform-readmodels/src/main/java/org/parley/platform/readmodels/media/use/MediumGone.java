package org.parley.platform.readmodels.media.use;

/**
 * A medium can no longer be used. It is published within a service whenever it hears so,
 * perhaps repeatedly.
 */
public record MediumGone(String id, String ownerId) {
}

package org.parley.platform.readmodels.media.use;

/**
 * A medium can be used. It is published within a service whenever it hears so, perhaps
 * repeatedly.
 */
public record MediumReady(String id, String ownerId) {
}

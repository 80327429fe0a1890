package org.parley.platform.media.use;

/**
 * A medium can no longer be used. It is published within a service whenever it hears so,
 * perhaps repeatedly.
 *
 * @param id the id
 * @param ownerId the id of its owner
 */
public record MediumGone(String id, String ownerId) {
}

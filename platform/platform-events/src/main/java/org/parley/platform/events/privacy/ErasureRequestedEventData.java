package org.parley.platform.events.privacy;

/**
 * Whatever is kept of a person goes, as it is heard.
 *
 * @param erasureId which erasure
 * @param userId of whom
 */
public record ErasureRequestedEventData(String erasureId, String userId) {
}

package org.parley.platform.events.personal;

/**
 * Whatever is kept of a person goes, as it is heard.
 *
 * @param erasureId which erasure
 * @param userId of whom
 */
public record ErasureRequested(String erasureId, String userId) {
}

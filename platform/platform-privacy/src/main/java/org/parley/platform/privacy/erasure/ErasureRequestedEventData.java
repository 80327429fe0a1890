package org.parley.platform.privacy.erasure;

/**
 * The data of {@code erasure.requested}.
 *
 * @param erasureId the id of the erasure
 * @param userId the id of the person
 */
public record ErasureRequestedEventData(String erasureId, String userId) {
}

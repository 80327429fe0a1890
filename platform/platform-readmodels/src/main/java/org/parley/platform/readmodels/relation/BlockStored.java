package org.parley.platform.readmodels.relation;

/**
 * This service knows that a person blocks another. Published within this process, and
 * again when the event is delivered again.
 */
public record BlockStored(String blockerId, String blockedId) {
}

package org.parley.platform.events.privacy;

/**
 * A person wants a copy of all that is kept of them, as it is heard.
 *
 * @param exportId which copy
 * @param userId of whom
 */
public record ExportRequestedEventData(String exportId, String userId) {
}

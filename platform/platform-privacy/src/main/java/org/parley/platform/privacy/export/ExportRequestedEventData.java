package org.parley.platform.privacy.export;

/**
 * The data of {@code export.requested}.
 *
 * @param exportId the id of the export
 * @param userId the id of the person
 */
public record ExportRequestedEventData(String exportId, String userId) {
}

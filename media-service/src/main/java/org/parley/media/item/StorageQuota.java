package org.parley.media.item;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The use of the storage and of the workers by a person.
 *
 * @param used the declared sizes of begun and kept media, in bytes
 * @param turns the turn of the latest medium in each lane of the work
 */
@Document("storage_quotas")
record StorageQuota(@Id String id, long used, @Nullable Map<String, Instant> turns) {
}

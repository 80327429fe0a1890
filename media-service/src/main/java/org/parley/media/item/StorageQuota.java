package org.parley.media.item;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The storage that a person uses.
 *
 * @param id the id of the person
 * @param used the declared sizes of begun and kept media, in bytes
 */
@Document("quotas")
record StorageQuota(@Id String id, long used) {
}

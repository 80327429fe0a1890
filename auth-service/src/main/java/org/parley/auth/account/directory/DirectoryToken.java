package org.parley.auth.account.directory;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The permission of a directory to provision accounts and groups, until it is revoked.
 *
 * @param hash of the secret
 */
@Document("directory_tokens")
@CompoundIndex(def = "{'hash': 1}", unique = true)
public record DirectoryToken(@Id String id, String hash, String description, Instant createdAt) {
}

package org.parley.media.account;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's choice who may follow, a projection of social-service.
 *
 * @param closed whether the account is private
 * @param version the number of changes
 */
@Document("private_accounts")
record PrivateAccount(@Id String id, boolean closed, long version) {
}

package org.parley.notification.social;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The privacy of an account.
 *
 * @param closed whether only followers see its public posts
 * @param version of the setting
 */
@Document("social_accounts")
record SocialAccount(@Id String id, boolean closed, long version) {
}

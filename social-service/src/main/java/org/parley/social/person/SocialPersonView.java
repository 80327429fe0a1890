package org.parley.social.person;

import org.jspecify.annotations.Nullable;

/**
 * A person as shown to others.
 *
 * @param username unique, ignoring case
 * @param displayName as shown to others
 */
public record SocialPersonView(String id, String username, String displayName, @Nullable String avatarUrl) {
}

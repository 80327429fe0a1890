package org.parley.forum.member;

import org.jspecify.annotations.Nullable;

/**
 * A member as shown to others.
 *
 * @param username unique, ignoring case
 * @param displayName as shown to others
 */
public record PersonView(String id, String username, String displayName, @Nullable String avatarUrl) {
}

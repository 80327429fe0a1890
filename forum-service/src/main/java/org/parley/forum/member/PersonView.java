package org.parley.forum.member;

import org.jspecify.annotations.Nullable;

/**
 * A person as others see them.
 *
 * @param id the person's id
 * @param username unique, without regard to case
 * @param displayName as shown to others
 * @param avatarUrl where their picture is
 */
public record PersonView(String id, String username, String displayName, @Nullable String avatarUrl) {
}

package org.parley.social.person;

import org.jspecify.annotations.Nullable;

/**
 * A person as shown to others.
 *
 * @param id the id of the person
 * @param username unique, ignoring case
 * @param displayName as shown to others
 * @param avatarUrl the address of the avatar image
 */
public record SocialPersonView(String id, String username, String displayName, @Nullable String avatarUrl) {
}

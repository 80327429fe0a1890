package org.parley.auth.user.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, as events about their account show them.
 *
 * @param id never changes
 * @param username unique without regard to case
 * @param displayName as shown to others
 * @param avatarUrl where their picture is; absent when they have none
 * @param status {@code active} or {@code banned}
 * @param verified whether their mail address is known to be theirs
 */
public record UserPortrait(String id, String username, String displayName,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String avatarUrl, String status, boolean verified) {
}

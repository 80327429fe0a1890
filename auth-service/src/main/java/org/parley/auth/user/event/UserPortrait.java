package org.parley.auth.user.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The public data of a user in events about the account.
 *
 * @param id never changes
 * @param username unique regardless of case
 * @param displayName shown to others
 * @param avatarUrl the URL of the avatar; absent if there is none
 * @param avatarPath the path of the avatar on the origin of media; absent if there is
 * none
 * @param status {@code active} or {@code banned}
 * @param verified whether the mail address is verified
 */
public record UserPortrait(String id, String username, String displayName,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String avatarUrl,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String avatarPath, String status, boolean verified) {
}

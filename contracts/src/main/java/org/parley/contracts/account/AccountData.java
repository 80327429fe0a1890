package org.parley.contracts.account;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalList;

/**
 * The public data of an account as it is in events.
 *
 * @param id never changes
 * @param username unique, ignoring case
 * @param displayName as shown to others
 * @param avatarUrl the address of the avatar elsewhere; null if there is none
 * @param avatarPath the path of the avatar on the origin of media; null if there is none
 * @param status {@code active}, {@code banned} or {@code closed}; null in older events
 * @param verified whether the email address is verified; null in older events
 * @param groups the ids of the person's groups
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountData(String id, String username, String displayName, @Nullable String avatarUrl,
		@Nullable String avatarPath, @Nullable String status, @Nullable Boolean verified,
		@OptionalList List<String> groups) {
}

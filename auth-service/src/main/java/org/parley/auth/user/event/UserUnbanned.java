package org.parley.auth.user.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * The ban of a user was lifted or has expired.
 *
 * @param user the user
 * @param roles the role and the roles that it includes
 * @param by the administrator; absent if the ban has expired
 * @param version the version of the account
 */
@Publishes("user.unbanned")
public record UserUnbanned(UserPortrait user, List<String> roles,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UserReference by, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

}

package org.parley.auth.user.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A banned person may sign in and write again.
 *
 * @param user who
 * @param roles all that they have
 * @param by who decided; absent when the time was over
 * @param version of the account
 */
@Publishes("user.unbanned")
public record UserUnbanned(UserPortrait user, List<String> roles,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UserReference by, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.user.id();
	}

	@Override
	public String partitionKey() {
		return this.user.id();
	}

}

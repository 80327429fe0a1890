package org.parley.realtime.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;
import org.parley.platform.security.category.Audience;

/**
 * The person behind a socket, as far as rights depend on it.
 *
 * @param audience in every category, by role and scope
 * @param userId the person, whose token lets them moderate where they were appointed;
 * null for all others
 */
public record Reader(Audience audience, @Nullable String userId) {

	/** The reader that a caller is; null is a guest. */
	public static Reader of(@Nullable Caller caller) {
		var audience = Audience.of(caller);
		if (caller == null || audience != Audience.MEMBERS || !caller.covers("moderation")) {
			return new Reader(audience, null);
		}
		return new Reader(audience, caller.id());
	}

	/** Whether they may read a thread of a category. */
	ReadPermission reading(RoomThread thread, RoomCategory category) {
		var rights = rightsIn(category);
		if (category.removed()) {
			return ReadPermission.UNKNOWN;
		}
		if (!rights.mayRead(category)) {
			return ReadPermission.FORBIDDEN;
		}
		return (thread.listed() || rights.moderate(category)) ? ReadPermission.GRANTED : ReadPermission.UNKNOWN;
	}

	private org.parley.platform.security.category.Rights rightsIn(RoomCategory category) {
		var appointed = this.userId != null && category.isModeratedBy(this.userId);
		return new org.parley.platform.security.category.Rights(this.audience,
				appointed ? Set.of(category.id()) : Set.of());
	}

}

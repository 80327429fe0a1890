package org.parley.realtime.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Audience;

/**
 * The properties of a socket's user that decide what the user may read.
 *
 * @param audience the audience that the role and scopes grant in every category
 * @param userId the user's id if the token allows moderating assigned categories,
 * otherwise null
 */
public record Reader(Audience audience, @Nullable String userId) {

	/** Creates the reader of a caller; a null caller is a guest. */
	public static Reader of(@Nullable Caller caller) {
		var audience = Audience.of(caller);
		if (caller == null || audience != Audience.MEMBERS || !caller.covers("moderation")) {
			return new Reader(audience, null);
		}
		return new Reader(audience, caller.id());
	}

	/** Checks whether this reader may read a thread of a category. */
	ReadPermission readPermission(RoomThread thread, RoomCategory category) {
		var permission = readPermission(category);
		if (permission != ReadPermission.GRANTED || thread.listed() || rightsIn(category).moderate(category)) {
			return permission;
		}
		return ReadPermission.UNKNOWN;
	}

	/** Checks whether this reader may read a category. */
	ReadPermission readPermission(RoomCategory category) {
		if (category.removed()) {
			return ReadPermission.UNKNOWN;
		}
		return rightsIn(category).mayRead(category) ? ReadPermission.GRANTED : ReadPermission.FORBIDDEN;
	}

	private org.parley.platform.readmodels.category.Rights rightsIn(RoomCategory category) {
		var moderates = this.userId != null && category.isModeratedBy(this.userId);
		return new org.parley.platform.readmodels.category.Rights(this.audience,
				moderates ? Set.of(category.id()) : Set.of());
	}

}

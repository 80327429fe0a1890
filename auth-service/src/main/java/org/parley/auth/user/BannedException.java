package org.parley.auth.user;

import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.ban.Ban;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 403 {@code auth.banned}, with the end and the reason of the ban. */
public final class BannedException extends RefusalException {

	private final transient Ban ban;

	private final ZoneId zone;

	BannedException(Ban ban, ZoneId zone) {
		super(RefusalKind.FORBIDDEN, "auth.banned", "This account is banned%s. Reason: %s"
			.formatted((ban.until() != null) ? " until " + ban.until() : "", ban.reason()));
		this.ban = ban;
		this.zone = zone;
	}

	public Ban ban() {
		return this.ban;
	}

	/** Whether a directory has ended the access, rather than a moderator. */
	public boolean isByDirectory() {
		return this.ban.by().equals(DirectoryEntry.DIRECTORY);
	}

	/** The end of the ban where the user lives, or null if the ban is permanent. */
	public @Nullable ZonedDateTime until() {
		var until = this.ban.until();
		return (until != null) ? until.atZone(this.zone) : null;
	}

}

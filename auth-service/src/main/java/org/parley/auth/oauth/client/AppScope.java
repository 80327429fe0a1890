package org.parley.auth.oauth.client;

import java.util.Arrays;
import java.util.Optional;

/** What an app may ask for, at most what whoever permits it may do. */
public enum AppScope {

	/** To know who it is. */
	OPENID("openid"),
	/** To read the name and the like. */
	PROFILE("profile"),
	/** To read the mail address. */
	EMAIL("email"),
	/** To read what they may read. */
	THREADS_READ("threads:read"),
	/** To write, vote and report. */
	THREADS_WRITE("threads:write"),
	/** To read notifications and mark them. */
	NOTIFICATIONS("notifications"),
	/** To moderate; only administrators give it to an app. */
	MODERATION("moderation"),
	/** To administrate; only administrators give it to an app. */
	ADMIN("admin");

	private final String text;

	AppScope(String text) {
		this.text = text;
	}

	/** The scope that requests name so. */
	public static Optional<AppScope> of(String text) {
		return Arrays.stream(values()).filter((scope) -> scope.text.equals(text)).findAny();
	}

	/** Whether only administrators give it to an app. */
	public boolean isPrivileged() {
		return this == MODERATION || this == ADMIN;
	}

	public String text() {
		return this.text;
	}

}

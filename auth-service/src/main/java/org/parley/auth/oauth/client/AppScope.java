package org.parley.auth.oauth.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A scope, which never exceeds the rights of the user who grants it. */
public enum AppScope {

	/** Identify the user. */
	OPENID("openid"),
	/** Read the profile. */
	PROFILE("profile"),
	/** Read the mail address. */
	EMAIL("email"),
	/** Read threads. */
	THREADS_READ("threads:read"),
	/** Write, vote and report. */
	THREADS_WRITE("threads:write"),
	/** Read conversations. */
	CHAT_READ("chat:read"),
	/** Write in conversations. */
	CHAT_WRITE("chat:write"),
	/** Read the feed and what followed people show. */
	SOCIAL_READ("social:read"),
	/** Post, comment, react, follow and block. */
	SOCIAL_WRITE("social:write"),
	/** Upload pictures, and see and change the own ones. */
	MEDIA_WRITE("media:write"),
	/** Read notifications and mark them as read. */
	NOTIFICATIONS("notifications"),
	/** Manage the own webhook subscriptions. */
	WEBHOOKS("webhooks"),
	/** Moderate; only administrators assign it to an app. */
	MODERATION("moderation"),
	/** Administrate; only administrators assign it to an app. */
	ADMIN("admin");

	private final String text;

	AppScope(String text) {
		this.text = text;
	}

	/** The names of all scopes, the weakest first. */
	public static List<String> names() {
		return Arrays.stream(values()).map(AppScope::text).toList();
	}

	/** The scope of this name. */
	public static Optional<AppScope> of(String text) {
		return Arrays.stream(values()).filter((scope) -> scope.text.equals(text)).findAny();
	}

	/** Whether only administrators assign it to an app. */
	public boolean isPrivileged() {
		return this == MODERATION || this == ADMIN;
	}

	public String text() {
		return this.text;
	}

}

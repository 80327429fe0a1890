package org.parley.notification.preference;

import java.util.EnumSet;
import java.util.Set;

import org.parley.contracts.LowerCaseName;

/** The kinds of notifications, with their default mail timing. */
public enum NotificationKind implements LowerCaseName {

	/** A reply to a thread or a post of the user. */
	REPLY(MailTiming.NOW),
	/** A quote from a post of the user. */
	QUOTE(MailTiming.NOW),
	/** A mention of the user. */
	MENTION(MailTiming.NOW),
	/** Likes of a post of the user. */
	VOTE(MailTiming.NONE),
	/** A new post in a followed thread. */
	FOLLOWED_THREAD(MailTiming.NONE),
	/** A new thread in a followed category or with a followed tag. */
	FOLLOWED_CATEGORY(MailTiming.NONE),
	/**
	 * Unread messages of a conversation; mailed when they were unread for ten minutes.
	 */
	MESSAGE(MailTiming.NOW),
	/** A comment on a social post of the user, or an answer to a comment. */
	COMMENT(MailTiming.NOW),
	/** Reactions to a social post or comment of the user. */
	REACTION(MailTiming.NONE),
	/** A new follower, a request to follow the user, or an approved request. */
	FOLLOW(MailTiming.NONE),
	/** A new case for moderators, or a decision for an author. */
	MODERATION(MailTiming.NONE),
	/** The outcome of a report. */
	REPORT(MailTiming.NONE),
	/** A requested summary. */
	SUMMARY(MailTiming.NONE),
	/** A changed role. */
	ROLE(MailTiming.NONE),
	/** The health of services and newcomers who await approval, for administrators. */
	SYSTEM(MailTiming.NONE),
	/** An endpoint of the user that fails, or receives no webhooks any more. */
	WEBHOOK(MailTiming.NOW);

	private final MailTiming defaultTiming;

	NotificationKind(MailTiming defaultTiming) {
		this.defaultTiming = defaultTiming;
	}

	ChannelChoice defaultChoice() {
		return new ChannelChoice(true, true, this.defaultTiming, null);
	}

	/**
	 * Whether the kind is about posts of others. Users who are banned or have muted the
	 * place receive no such notifications.
	 */
	public boolean isConversation() {
		return switch (this) {
			case REPLY, QUOTE, MENTION, VOTE, FOLLOWED_THREAD, FOLLOWED_CATEGORY, MESSAGE, COMMENT, REACTION, FOLLOW ->
				true;
			case MODERATION, REPORT, SUMMARY, ROLE, SYSTEM, WEBHOOK -> false;
		};
	}

	/** The kinds about posts of a thread, whose reader needs no notification. */
	public static Set<NotificationKind> ofPosts() {
		return EnumSet.of(REPLY, QUOTE, MENTION, VOTE, FOLLOWED_THREAD, FOLLOWED_CATEGORY);
	}

	/** Whether it is sent to the devices of users who have not chosen. */
	boolean isPushedByDefault() {
		return this != VOTE && this != REACTION;
	}

	/** Whether the kind is about a new post of a thread. */
	public boolean isAboutPost() {
		return switch (this) {
			case REPLY, QUOTE, MENTION, FOLLOWED_THREAD, FOLLOWED_CATEGORY -> true;
			case VOTE, MESSAGE, COMMENT, REACTION, FOLLOW, MODERATION, REPORT, SUMMARY, ROLE, SYSTEM, WEBHOOK -> false;
		};
	}

	/** Whether a new notification is mailed at once. */
	public boolean isMailedAtOnce() {
		return this != MESSAGE;
	}

	public static NotificationKind of(String json) {
		for (var kind : values()) {
			if (kind.json().equals(json)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("Unknown notification kind");
	}

}

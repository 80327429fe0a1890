package org.parley.notification.preference;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What somebody can be told about, and when they are written to unless they say
 * otherwise.
 */
public enum NotificationKind {

	/** Somebody has answered a thread or a post of theirs. */
	REPLY(MailTiming.NOW),
	/** Somebody has quoted a post of theirs. */
	QUOTE(MailTiming.NOW),
	/** Somebody has named them. */
	MENTION(MailTiming.NOW),
	/** Their posts have been liked. */
	VOTE(MailTiming.NONE),
	/** There is something new in a thread that they follow. */
	FOLLOWED_THREAD(MailTiming.NONE),
	/** There is a new thread in a category, or with a tag, that they follow. */
	FOLLOWED_CATEGORY(MailTiming.NONE),
	/** There is something to decide, or something of theirs has been decided. */
	MODERATION(MailTiming.NONE),
	/** What they reported has been decided. */
	REPORT(MailTiming.NONE),
	/** A summary that they asked for. */
	SUMMARY(MailTiming.NONE),
	/** What they may do has changed. */
	ROLE(MailTiming.NONE),
	/** How the house is; for administrators. */
	SYSTEM(MailTiming.NONE);

	private final MailTiming usual;

	NotificationKind(MailTiming usual) {
		this.usual = usual;
	}

	/** As it is unless they say otherwise. */
	ChannelChoice usual() {
		return new ChannelChoice(true, true, this.usual);
	}

	/**
	 * Whether it is about what others say in a place: whoever has muted the place, or is
	 * banned, hears nothing of it. All else concerns themselves, or they have asked.
	 */
	public boolean isTalk() {
		return switch (this) {
			case REPLY, QUOTE, MENTION, VOTE, FOLLOWED_THREAD, FOLLOWED_CATEGORY -> true;
			case MODERATION, REPORT, SUMMARY, ROLE, SYSTEM -> false;
		};
	}

	@JsonCreator
	public static NotificationKind of(String json) {
		for (var kind : values()) {
			if (kind.json().equals(json)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("Nothing is of this kind");
	}

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}

package org.parley.notification.preference;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What somebody can be told about, and when they are written to unless they say
 * otherwise.
 */
public enum Kind {

	/** Somebody has answered a thread or a post of theirs. */
	REPLY(Timing.NOW),
	/** Somebody has quoted a post of theirs. */
	QUOTE(Timing.NOW),
	/** Somebody has named them. */
	MENTION(Timing.NOW),
	/** Their posts have been liked. */
	VOTE(Timing.NONE),
	/** There is something new in a thread that they follow. */
	FOLLOWED_THREAD(Timing.NONE),
	/** There is a new thread in a category, or with a tag, that they follow. */
	FOLLOWED_CATEGORY(Timing.NONE),
	/** There is something to decide, or something of theirs has been decided. */
	MODERATION(Timing.NONE),
	/** What they reported has been decided. */
	REPORT(Timing.NONE),
	/** A summary that they asked for. */
	SUMMARY(Timing.NONE),
	/** What they may do has changed. */
	ROLE(Timing.NONE),
	/** How the house is; for administrators. */
	SYSTEM(Timing.NONE);

	private final Timing usual;

	Kind(Timing usual) {
		this.usual = usual;
	}

	/** As it is unless they say otherwise. */
	Choice usual() {
		return new Choice(true, true, this.usual);
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
	public static Kind of(String json) {
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

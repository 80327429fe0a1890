package org.parley.notification.notification;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.preference.NotificationKind;

/**
 * Something to tell somebody.
 *
 * @param kind what about
 * @param wording how the message bundles call it
 * @param source what happened: nobody is told twice of the same
 * @param group what is told together while it is not read; null when it is told alone
 * @param place where; null when it has nothing to do with a place
 * @param link where it leads, from the root of the site
 * @param actor who caused it
 * @param values what the wording fills in after how many and who
 * @param body what is said beside the title
 * @param count how many things it stands for by itself
 */
public record NotificationNews(NotificationKind kind, String wording, String source, @Nullable String group,
		@Nullable NotificationPlace place, String link, @Nullable Actor actor, List<String> values, String body,
		int count) {

	/** News of a place that are told alone. */
	public static NotificationNews at(NotificationPlace place, NotificationKind kind, String wording, String source,
			String link, String title) {
		return new NotificationNews(kind, wording, source, null, place, link, null, List.of(title), "", 1);
	}

	/** News that have nothing to do with a place. */
	public static NotificationNews of(NotificationKind kind, String wording, String source, String link,
			String... values) {
		return new NotificationNews(kind, wording, source, null, null, link, null, List.of(values), "", 1);
	}

	public NotificationNews by(Actor who) {
		return new NotificationNews(this.kind, this.wording, this.source, this.group, this.place, this.link, who,
				this.values, this.body, this.count);
	}

	/** The same news of the place where they are by now. */
	NotificationNews in(NotificationPlace now) {
		return new NotificationNews(this.kind, this.wording, this.source, this.group, now, this.link, this.actor,
				this.values, this.body, this.count);
	}

	public NotificationNews grouped(String key) {
		return new NotificationNews(this.kind, this.wording, this.source, key, this.place, this.link, this.actor,
				this.values, this.body, this.count);
	}

	public NotificationNews saying(String text) {
		return new NotificationNews(this.kind, this.wording, this.source, this.group, this.place, this.link, this.actor,
				this.values, text, this.count);
	}

	public NotificationNews counting(int things) {
		return new NotificationNews(this.kind, this.wording, this.source, this.group, this.place, this.link, this.actor,
				this.values, this.body, things);
	}

}

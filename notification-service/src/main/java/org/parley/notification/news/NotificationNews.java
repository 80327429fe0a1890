package org.parley.notification.news;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.notification.preference.NotificationKind;

/**
 * News about an event.
 *
 * @param wording key in the message bundles
 * @param source the event; each user is notified once per source
 * @param group unread news of a group share a notification; null without a group
 * @param place the thread; null without one
 * @param social the social post; null without one
 * @param link path on the site
 * @param actor the user who caused the event
 * @param values arguments of the title after count and actor
 * @param body additional text
 * @param count number of events
 */
public record NotificationNews(NotificationKind kind, String wording, String source, @Nullable String group,
		@Nullable NotificationPlace place, @Nullable SocialPostPlace social, String link, @Nullable Actor actor,
		List<String> values, String body, int count) {

	private static final Pattern POST = Pattern.compile("/threads/[^/?]{1,64}\\?post=([0-9]{1,9})");

	/** News about a thread, without a group. */
	public static NotificationNews at(NotificationPlace place, NotificationKind kind, String wording, String source,
			String link, String title) {
		return new NotificationNews(kind, wording, source, null, place, null, link, null, List.of(title), "", 1);
	}

	/** News without a thread. */
	public static NotificationNews of(NotificationKind kind, String wording, String source, String link,
			String... values) {
		return new NotificationNews(kind, wording, source, null, null, null, link, null, List.of(values), "", 1);
	}

	/** News about a social post or one of its comments, without a group. */
	public static NotificationNews about(SocialPostPlace social, NotificationKind kind, String wording, String source) {
		return new NotificationNews(kind, wording, source, null, null, social, social.link(), null, List.of(), "", 1);
	}

	/** The title of the thread that it is about. */
	public Optional<String> threadTitle() {
		return (this.place != null) ? this.values.stream().findFirst().filter((title) -> !title.isBlank())
				: Optional.empty();
	}

	/** The number of the post to which the link leads; null if it leads to none. */
	public @Nullable Integer postNumber() {
		var post = POST.matcher(this.link);
		return post.matches() ? Integer.valueOf(post.group(1)) : null;
	}

	/** The same news for the user with an id. */
	public AddressedNews toUser(String userId) {
		return new AddressedNews(Recipient.of(userId), this);
	}

	public NotificationNews by(PersonReference cause) {
		return by(Actor.of(cause));
	}

	public NotificationNews by(Actor cause) {
		return new NotificationNews(this.kind, this.wording, this.source, this.group, this.place, this.social,
				this.link, cause, this.values, this.body, this.count);
	}

	/** The same news at another place. */
	public NotificationNews in(NotificationPlace other) {
		return new NotificationNews(this.kind, this.wording, this.source, this.group, other, this.social, this.link,
				this.actor, this.values, this.body, this.count);
	}

	/** The same news about a thread that has another title. */
	public NotificationNews titled(String title) {
		return new NotificationNews(this.kind, this.wording, this.source, this.group, this.place, this.social,
				this.link, this.actor, List.of(title), this.body, this.count);
	}

	/** The same news for another reason. */
	public NotificationNews as(NotificationKind reason, String words) {
		return new NotificationNews(reason, words, this.source, this.group, this.place, this.social, this.link,
				this.actor, this.values, this.body, this.count);
	}

	public NotificationNews inGroup(@Nullable String key) {
		return new NotificationNews(this.kind, this.wording, this.source, key, this.place, this.social, this.link,
				this.actor, this.values, this.body, this.count);
	}

	public NotificationNews withBody(String text) {
		return new NotificationNews(this.kind, this.wording, this.source, this.group, this.place, this.social,
				this.link, this.actor, this.values, text, this.count);
	}

	public NotificationNews withCount(int number) {
		return new NotificationNews(this.kind, this.wording, this.source, this.group, this.place, this.social,
				this.link, this.actor, this.values, this.body, number);
	}

}

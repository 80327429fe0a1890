package org.parley.notification.notification;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.notification.category.Categories;
import org.parley.notification.following.Subscriptions;
import org.parley.notification.person.People;
import org.parley.notification.person.Person;
import org.parley.notification.preference.Kind;

import org.springframework.stereotype.Component;

/**
 * Tells people news, once each, as they want it and as far as they may read it. Part of
 * the transaction of whatever happened. What cannot be decided yet, since the person or
 * the category is not known, waits.
 */
@Component
public class Telling {

	/** How many are taken back in one transaction. */
	private static final int PART = 50;

	private final People people;

	private final Categories categories;

	private final Whereabouts whereabouts;

	private final Subscriptions subscriptions;

	private final Tellings tellings;

	private final LateNews late;

	private final Writing writing;

	Telling(People people, Categories categories, Whereabouts whereabouts, Subscriptions subscriptions,
			Tellings tellings, LateNews late, Writing writing) {
		this.people = people;
		this.categories = categories;
		this.whereabouts = whereabouts;
		this.subscriptions = subscriptions;
		this.tellings = tellings;
		this.late = late;
		this.writing = writing;
	}

	/** Tells a person. */
	public void tell(String userId, News news) {
		if (!told(Recipient.of(userId), news)) {
			this.late.keep(Recipient.of(userId), news);
		}
	}

	/** Tells whoever has this name, unless it is the one who caused it. */
	public void tellByName(String username, News news) {
		if (!told(Recipient.named(username), news)) {
			this.late.keep(Recipient.named(username), news);
		}
	}

	/** Tells all who have one of these roles. */
	public void tellAll(News news, String... roles) {
		this.people.withRole(roles).forEach((person) -> tell(person.id(), news));
	}

	/**
	 * What was told of it and is not read is there no more: a part of it, for it may have
	 * been told to many.
	 * @param after where the part before ended; null at the start
	 * @return where this part ends, unless it was the last
	 */
	public Optional<String> takeBack(String source, @Nullable String after) {
		this.late.forget(source);
		var part = this.tellings.of(source, after, PART);
		part.forEach(this.writing::takeBack);
		return (part.size() == PART) ? Optional.of(part.getLast().id()) : Optional.empty();
	}

	/** Whether it is settled: told, or never to be told. */
	boolean told(Recipient recipient, News heard) {
		var person = recipient.in(this.people);
		if (person.isEmpty()) {
			return false;
		}
		var place = (heard.place() != null) ? this.whereabouts.now(heard.place()) : null;
		if (place == null) {
			tell(person.get(), heard);
			return true;
		}
		if (isGone(heard.kind(), place)) {
			return true;
		}
		var mayRead = this.categories.mayRead(place.categoryId(), person.get().audience());
		mayRead.filter((may) -> may).ifPresent((_) -> tell(person.get(), heard.in(place)));
		return mayRead.isPresent();
	}

	/** Moderators decide on posts of threads that others do not see any more. */
	private boolean isGone(Kind kind, Place place) {
		return kind != Kind.MODERATION && this.whereabouts.isGone(place.threadId());
	}

	private void tell(Person person, News news) {
		if (!isCause(person, news) && hears(person, news)) {
			this.writing.write(person, news);
		}
	}

	/** Who has left hears nothing, who is banned or has muted the place no talk. */
	private boolean hears(Person person, News news) {
		if (!news.kind().isTalk()) {
			return !person.isGone();
		}
		var place = news.place();
		return person.isWelcome() && (place == null
				|| !this.subscriptions.isMuted(person.id(), place.threadId(), place.categoryId(), place.tags()));
	}

	private static boolean isCause(Person person, News news) {
		return news.actor() != null && news.actor().id().equals(person.id());
	}

}

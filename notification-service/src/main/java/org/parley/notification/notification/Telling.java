package org.parley.notification.notification;

import java.util.Optional;

import org.parley.notification.category.Categories;
import org.parley.notification.person.People;
import org.parley.notification.person.Person;

import org.springframework.stereotype.Component;

/**
 * Tells people news, once each, as they want it and as far as they may read it. Part of
 * the transaction of whatever happened. What cannot be decided yet, since the person or
 * the category is not known, waits.
 */
@Component
public class Telling {

	private final People people;

	private final Categories categories;

	private final Tellings tellings;

	private final LateNews late;

	private final Writing writing;

	Telling(People people, Categories categories, Tellings tellings, LateNews late, Writing writing) {
		this.people = people;
		this.categories = categories;
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

	/** What was told of it and is not read is there no more. */
	public void takeBack(String source) {
		this.late.forget(source);
		this.tellings.of(source).forEach(this.writing::takeBack);
	}

	/** Whether it is settled: told, or never to be told. */
	boolean told(Recipient recipient, News news) {
		var person = recipient.in(this.people);
		var place = news.place();
		if (person.isEmpty()) {
			return false;
		}
		var mayRead = (place == null) ? Optional.of(true)
				: this.categories.mayRead(place.categoryId(), person.get().audience());
		mayRead.filter((may) -> may && !isCause(person.get(), news))
			.ifPresent((_) -> this.writing.write(person.get(), news));
		return mayRead.isPresent();
	}

	private static boolean isCause(Person person, News news) {
		return news.actor() != null && news.actor().id().equals(person.id());
	}

}

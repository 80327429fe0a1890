package org.parley.notification.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.parley.notification.mail.NewMail;
import org.parley.notification.person.People;
import org.parley.notification.person.Person;
import org.parley.notification.preference.Kind;

import org.springframework.stereotype.Component;

/** What people have not read. */
@Component
public class Missed {

	private final NotificationList list;

	private final People people;

	private final Wording wording;

	Missed(NotificationList list, People people, Wording wording) {
		this.list = list;
		this.people = people;
		this.wording = wording;
	}

	/** The latest of some kinds that a person has not read, as lines of a mail. */
	public List<NewMail.Item> by(String userId, Collection<Kind> kinds, Instant since, Instant until) {
		return this.people.byId(userId)
			.filter(Person::isWelcome)
			.stream()
			.flatMap((person) -> this.list.unread(person, kinds, since, until).stream())
			.map(this.wording::view)
			.map((view) -> new NewMail.Item(view.title(), view.link(), view.id()))
			.toList();
	}

}

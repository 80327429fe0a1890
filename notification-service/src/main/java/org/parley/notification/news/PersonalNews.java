package org.parley.notification.news;

import org.parley.notification.person.RecipientPerson;

/** News for a known user. */
public record PersonalNews(RecipientPerson person, NotificationNews news) {

	/** The same news at another place. */
	public PersonalNews in(NotificationPlace place) {
		return new PersonalNews(this.person, this.news.in(place));
	}

	public String userId() {
		return this.person.id();
	}

	/** The user and the source: a user is notified once per source. */
	public String key() {
		return userId() + ":" + this.news.source();
	}

	public boolean isCausedByRecipient() {
		return this.news.actor() != null && this.news.actor().id().equals(userId());
	}

}

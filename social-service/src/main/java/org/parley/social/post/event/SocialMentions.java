package org.parley.social.post.event;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.platform.text.markdown.Markdown;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.post.SocialPost;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/** Finds the mentions of people who may see the text. */
@Component
class SocialMentions {

	private final SocialPeople people;

	private final SocialReaders readers;

	private final Markdown markdown;

	SocialMentions(SocialPeople people, SocialReaders readers, Markdown markdown) {
		this.people = people;
		this.readers = readers;
		this.markdown = markdown;
	}

	/**
	 * Finds the mentioned people who may see the post and meet the author of the text.
	 */
	List<PersonReference> in(@Nullable String text, String authorId, SocialPost post) {
		var names = (text != null) ? this.markdown.mentions(text) : Set.<String>of();
		return this.people.named(names)
			.stream()
			.filter((person) -> !person.id().equals(authorId) && maySee(person, authorId, post))
			.map(SocialPerson::reference)
			.toList();
	}

	private boolean maySee(SocialPerson person, String authorId, SocialPost post) {
		var reader = this.readers.of(person.id(), List.of(post.authorId(), authorId));
		return person.isActive() && post.isShownTo(reader) && reader.meets(authorId);
	}

}

package org.parley.social.post.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.person.SocialPersonReference;
import org.parley.social.post.SocialPost;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/**
 * Finds mentions in Markdown, {@code @name} outside of code, addresses and block quotes,
 * of people who may see the text.
 */
@Component
class SocialMentions {

	/** A text with more mentions notifies no one by mention. */
	private static final int MAX_MENTIONS = 20;

	private static final Pattern CODE = Pattern.compile("(?s)```.*?(```|\\z)|`[^`\\n]*`");

	private static final Pattern QUOTE = Pattern.compile("(?m)^ {0,3}>.*$");

	private static final Pattern NAME = Pattern
		.compile("(?<![\\p{L}\\p{N}@/._+-])@([A-Za-z0-9_-]{3,30})(?![\\p{L}\\p{N}_@-])");

	private final SocialPeople people;

	private final SocialReaders readers;

	SocialMentions(SocialPeople people, SocialReaders readers) {
		this.people = people;
		this.readers = readers;
	}

	/**
	 * Finds the mentioned people who may see the post and meet the author of the text.
	 */
	List<SocialPersonReference> in(@Nullable String text, String authorId, SocialPost post) {
		return this.people.named(names(text))
			.stream()
			.filter((person) -> !person.id().equals(authorId) && maySee(person, authorId, post))
			.map(SocialPerson::reference)
			.toList();
	}

	private boolean maySee(SocialPerson person, String authorId, SocialPost post) {
		var reader = this.readers.of(person.id(), List.of(post.authorId(), authorId));
		return person.isActive() && post.isShownTo(reader) && reader.meets(authorId);
	}

	/** The distinct usernames in lower case. */
	static Set<String> names(@Nullable String text) {
		if (text == null || text.indexOf('@') < 0) {
			return Set.of();
		}
		var names = new LinkedHashSet<String>();
		var matcher = NAME.matcher(QUOTE.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll(" "));
		while (matcher.find()) {
			names.add(matcher.group(1).toLowerCase(Locale.ROOT));
		}
		return (names.size() <= MAX_MENTIONS) ? names : Set.of();
	}

}

package org.parley.webhook.visibility;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The subject of a message. Stored messages of an earlier version have no source, authors
 * and tags.
 *
 * @param category the category at the time of the event; null outside of the forum
 * @param thread the thread, room or social post
 * @param post the post, message or comment in it; null if the message is not about one
 * @param content whether the message contains text of a user
 * @param authors the ids of those whose text it contains, first that of the social post,
 * whose account decides who may read its comments
 * @param tags the keys of the tags of the thread
 * @param version that of the text; null if there is none
 */
public record MessageSubject(MessageSource source, @Nullable String category, @Nullable String thread,
		@Nullable String post, boolean content, Collection<String> authors, Set<String> tags, @Nullable Long version) {

	/** The subject of messages that are about nothing. */
	public static final MessageSubject NOTHING = of(MessageSource.NONE);

	/** The subject of messages to administrators. */
	public static final MessageSubject STAFF = of(MessageSource.STAFF);

	public MessageSubject {
		source = Objects.requireNonNullElse(source, (category != null) ? MessageSource.FORUM : MessageSource.NONE);
		authors = Objects.requireNonNullElse(authors, Set.of());
		tags = Objects.requireNonNullElse(tags, Set.of());
	}

	/** The subject after its post was moved to another thread. */
	MessageSubject in(String otherThread, String otherCategory) {
		return new MessageSubject(this.source, otherCategory, otherThread, this.post, this.content, this.authors,
				this.tags, this.version);
	}

	private static MessageSubject of(MessageSource source) {
		return new MessageSubject(source, null, null, null, false, Set.of(), Set.of(), null);
	}
}

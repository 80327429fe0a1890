package org.parley.moderation.subject;

import org.parley.contracts.forum.PostReference;
import org.parley.contracts.moderation.ContentReference;
import org.parley.contracts.moderation.ContentReference.MessageContent;
import org.parley.contracts.moderation.ContentReference.PostContent;
import org.parley.contracts.moderation.ContentReference.SocialContent;

/**
 * A reference to a post, as in events.
 *
 * @param number its position in the thread or conversation, counted from 1; 0 for a
 * social post or comment
 */
public record ModeratedPostReference(String id, int number, AuthorReference author) {

	public static ModeratedPostReference of(PostReference post) {
		return new ModeratedPostReference(post.id(), post.number(), AuthorReference.of(post.author()));
	}

	/** The post, message, social post or comment as named in events, by its place. */
	public ContentReference in(ModeratedThreadReference place) {
		if (SocialPlace.contains(place)) {
			var kind = this.id.equals(place.id()) ? "post" : "comment";
			return new SocialContent(
					new ContentReference.SocialReference(kind, this.id, place.id(), this.author.reference()));
		}
		return MessagePlace.find(place)
			.<ContentReference>map((found) -> new MessageContent(
					new ContentReference.MessageReference(this.id, this.author.reference()),
					new ContentReference.ModeratedConversationReference(place.id(), found.kind())))
			.orElseGet(() -> new PostContent(new PostReference(this.id, this.number, this.author.reference()),
					place.reference()));
	}

	/** Whether this is the first post, which is checked together with the title. */
	public boolean opensThread() {
		return this.number == 1;
	}

}

package org.parley.realtime.event.post;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.media.AttachedMedium;
import org.parley.platform.readmodels.media.EmbeddedMedia;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.readmodels.media.MediaView;

/**
 * A post as the API returns it. Properties that an event does not contain are left out:
 * the client keeps its values.
 *
 * @param number its position in the thread
 * @param replyTo id of the post that it replies to, if any
 * @param content the Markdown source
 * @param html the rendered and sanitized HTML
 * @param status decides who sees the content
 * @param moderation what was found in it; null if nothing was
 * @param voteScore votes up minus votes down
 * @param myVote the reader's vote
 * @param editedAt time of the last change
 */
record LivePost(String id, String threadId, int number, PersonReference author, @Nullable String replyTo,
		String content, String html, String status, @Nullable String moderation,
		@OptionalValue @Nullable Integer voteScore, @OptionalValue @Nullable Integer myVote, Instant createdAt,
		@Nullable Instant editedAt, long version) {

	/** Creates a new post, without votes. */
	static LivePost ofNew(PostData post, String threadId, MediaAddresses addresses) {
		return of(post, threadId, finding(post), 0, addresses);
	}

	/** Creates a changed or restored post. */
	static LivePost of(PostData post, String threadId, MediaAddresses addresses) {
		return of(post, threadId, finding(post), null, addresses);
	}

	static LivePost ofChangedStatus(PostData post, String threadId, @Nullable String moderation,
			MediaAddresses addresses) {
		return of(post, threadId, moderation, null, addresses);
	}

	private static LivePost of(PostData post, String threadId, @Nullable String moderation, @Nullable Integer votes,
			MediaAddresses addresses) {
		var parent = post.replyTo();
		return new LivePost(post.id(), threadId, post.number(), post.author(), (parent != null) ? parent.id() : null,
				post.content(), show(post, addresses), post.status().json(), moderation, votes, votes, post.createdAt(),
				post.editedAt(), post.version());
	}

	/** What was found in the current content; null if nothing was. */
	private static @Nullable String finding(PostData post) {
		return (post.status() == PostStatus.ACTIVE) ? null : post.status().json();
	}

	/** The HTML with addresses of media that are valid for some minutes. */
	private static String show(PostData post, MediaAddresses addresses) {
		var byId = post.media().stream().collect(Collectors.toMap(AttachedMedium::id, Function.identity()));
		return EmbeddedMedia.show(post.html(),
				(id) -> Optional.ofNullable(byId.get(id)).map((medium) -> MediaView.of(medium, addresses)));
	}

}

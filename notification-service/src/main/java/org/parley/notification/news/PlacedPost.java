package org.parley.notification.news;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.Quote;
import org.parley.contracts.forum.ThreadReference;

/** A post in its thread, as in events of forum-service. */
public record PlacedPost(PostData post, ThreadReference thread) {

	public NotificationPlace place() {
		return NotificationPlace.of(this.thread);
	}

	public boolean isOpening() {
		return this.post.number() == 1;
	}

	public List<String> quotedAuthorIds() {
		return this.post.quotes().stream().map(Quote::authorId).distinct().toList();
	}

	public Set<String> mentionedUsernames() {
		return new LinkedHashSet<>(this.post.mentions());
	}

	/** The ids of the other authors to whom the post replies. */
	public List<String> repliedToAuthorIds() {
		var authorIds = new LinkedHashSet<String>();
		var replyTo = this.post.replyTo();
		if (replyTo != null) {
			authorIds.add(replyTo.author().id());
		}
		if (!isOpening()) {
			authorIds.add(this.thread.author().id());
		}
		authorIds.remove(this.post.author().id());
		return List.copyOf(authorIds);
	}

}

package org.parley.forum.reading;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.forum.post.Post;
import org.parley.forum.post.PostView;
import org.parley.forum.vote.Votes;
import org.parley.platform.security.Caller;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * What only one reader sees in a page that all share: their votes, and what their own
 * posts say while others may not read it.
 */
@Component
class Own {

	private final Votes votes;

	private final MongoOperations mongo;

	Own(Votes votes, MongoOperations mongo) {
		this.votes = votes;
		this.mongo = mongo;
	}

	/** The page as the reader sees it; the same page when there is nothing of theirs. */
	Paged<PostView> in(Paged<PostView> page, Caller reader) {
		var mine = this.votes.of(reader.id(), page.data().stream().map(PostView::id).toList());
		var covered = covered(page.data(), reader);
		if (mine.isEmpty() && covered.isEmpty()) {
			return page;
		}
		return new Paged<>(page.data().stream().map((post) -> own(post, mine, covered)).toList(), page.meta());
	}

	private Map<String, Post> covered(List<PostView> posts, Caller reader) {
		var ids = posts.stream()
			.filter((post) -> post.content() == null && post.author().id().equals(reader.id()))
			.map(PostView::id)
			.toList();
		return ids.isEmpty() ? Map.of()
				: this.mongo.find(new Query(Criteria.where("_id").in(ids)), Post.class)
					.stream()
					.collect(Collectors.toMap(Post::id, Function.identity()));
	}

	private static PostView own(PostView post, Map<String, Integer> votes, Map<String, Post> covered) {
		var vote = votes.getOrDefault(post.id(), 0);
		var uncovered = covered.get(post.id());
		if (uncovered != null) {
			return PostView.of(uncovered, post.author(), vote, true);
		}
		return new PostView(post.id(), post.threadId(), post.number(), post.author(), post.replyTo(), post.content(),
				post.html(), post.status(), post.moderation(), post.voteScore(), vote, post.createdAt(),
				post.editedAt(), post.version());
	}

}

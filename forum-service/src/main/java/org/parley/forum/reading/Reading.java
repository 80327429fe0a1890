package org.parley.forum.reading;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.forum.cache.Unsettled;
import org.parley.forum.category.Audience;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostView;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads the posts of a thread by their numbers: any page is one seek in the index. */
@Component
class Reading {

	private final MongoOperations mongo;

	private final Members members;

	private final InstantSource clock;

	Reading(MongoOperations mongo, Members members, InstantSource clock) {
		this.mongo = mongo;
		this.members = members;
		this.clock = clock;
	}

	/** A page, or one that is {@link Unsettled} since a post before its end may come. */
	Object page(String threadId, @Nullable Cursor from, int limit, Audience audience) {
		var found = find(threadId, from, limit + 1);
		if (from != null && from.backwards()) {
			return views(found, from, limit, audience);
		}
		var settled = Tail.settled(found, (from != null) ? from.number(0) : 0, this.clock.instant());
		var page = views(settled, from, limit, audience);
		return (settled.size() < found.size()) ? new Unsettled(page) : page;
	}

	private List<Post> find(String threadId, @Nullable Cursor from, int most) {
		var backwards = from != null && from.backwards();
		var number = Criteria.where("threadId").is(threadId).and("number");
		var edge = (from != null) ? from.number(0) : 0;
		var sort = Sort.by(backwards ? Sort.Direction.DESC : Sort.Direction.ASC, "number");
		return this.mongo.find(new Query(backwards ? number.lt(edge) : number.gt(edge)).with(sort).limit(most),
				Post.class);
	}

	private Paged<PostView> views(List<Post> found, @Nullable Cursor from, int limit, Audience audience) {
		var paged = Paged.walk(found, from, limit, "number", (post) -> new Object[] { post.number() });
		var people = this.members.byId(paged.data().stream().map(Post::authorId).distinct().toList());
		var full = audience.includes(Audience.MODERATORS);
		return new Paged<>(paged.data()
			.stream()
			.map((post) -> PostView.of(post, Objects.requireNonNull(people.get(post.authorId())).person(), 0, full))
			.toList(), paged.meta());
	}

}

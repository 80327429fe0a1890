package org.parley.forum.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostRevision;
import org.parley.forum.post.media.PostPictures;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads the earlier revisions of posts, oldest first. */
@Component
class Histories {

	private static final String VERSION = "version";

	private final MongoOperations mongo;

	private final Members members;

	private final PostPictures pictures;

	Histories(MongoOperations mongo, Members members, PostPictures pictures) {
		this.mongo = mongo;
		this.members = members;
		this.pictures = pictures;
	}

	Paged<RevisionView> page(Post post, @Nullable Cursor from, int limit) {
		var paged = Paged.walk(find(post.id(), from, limit + 1), from, limit, HistoryRequest.OLDEST,
				(postRevision) -> new Object[] { postRevision.version() });
		return new Paged<>(views(paged.data(), post), paged.meta());
	}

	private List<PostRevision> find(String postId, @Nullable Cursor from, int max) {
		var criteria = Criteria.where("postId").is(postId);
		if (from != null) {
			var version = criteria.and(VERSION);
			criteria = from.backwards() ? version.lt(from.number(0)) : version.gt(from.number(0));
		}
		var direction = (from != null && from.backwards()) ? Sort.Direction.DESC : Sort.Direction.ASC;
		return this.mongo.find(new Query(criteria).with(Sort.by(direction, VERSION)).limit(max), PostRevision.class);
	}

	private List<RevisionView> views(List<PostRevision> revisions, Post post) {
		var people = this.members.byId(revisions.stream().map(PostRevision::replacedBy).distinct().toList());
		var media = this.pictures.open(revisions.stream().map(PostRevision::html).toList());
		return IntStream.range(0, revisions.size()).mapToObj((i) -> {
			var postRevision = revisions.get(i);
			var next = (i + 1 < revisions.size()) ? revisions.get(i + 1).content() : nextContent(postRevision, post);
			return RevisionView.of(postRevision, next, media.show(postRevision.html(), false),
					person(people, postRevision.replacedBy()));
		}).toList();
	}

	/** The content of the next revision, or the current content after the last one. */
	private String nextContent(PostRevision postRevision, Post post) {
		var later = new Query(Criteria.where("postId").is(post.id()).and(VERSION).gt(postRevision.version()))
			.with(Sort.by(VERSION));
		return Optional.ofNullable(this.mongo.findOne(later, PostRevision.class))
			.map(PostRevision::content)
			.orElseGet(post::content);
	}

	/** A moderator who decided elsewhere may be unknown here for a moment. */
	private static PersonView person(Map<String, Member> people, String id) {
		var known = people.get(id);
		return (known != null) ? known.person() : new PersonView(id, "unknown", "unknown", null);
	}

}

package org.parley.forum.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.Revision;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads what posts said before, oldest first. */
@Component
class Histories {

	private static final String VERSION = "version";

	private final MongoOperations mongo;

	private final Members members;

	Histories(MongoOperations mongo, Members members) {
		this.mongo = mongo;
		this.members = members;
	}

	Paged<RevisionView> page(Post post, @Nullable Cursor from, int limit) {
		var paged = Paged.walk(find(post.id(), from, limit + 1), from, limit, HistoryRequest.OLDEST,
				(revision) -> new Object[] { revision.version() });
		return new Paged<>(views(paged.data(), post), paged.meta());
	}

	private List<Revision> find(String postId, @Nullable Cursor from, int most) {
		var criteria = Criteria.where("postId").is(postId);
		if (from != null) {
			var version = criteria.and(VERSION);
			criteria = from.backwards() ? version.lt(from.number(0)) : version.gt(from.number(0));
		}
		var direction = (from != null && from.backwards()) ? Sort.Direction.DESC : Sort.Direction.ASC;
		return this.mongo.find(new Query(criteria).with(Sort.by(direction, VERSION)).limit(most), Revision.class);
	}

	private List<RevisionView> views(List<Revision> revisions, Post post) {
		var people = this.members.byId(revisions.stream().map(Revision::replacedBy).distinct().toList());
		return IntStream.range(0, revisions.size()).mapToObj((place) -> {
			var revision = revisions.get(place);
			var next = (place + 1 < revisions.size()) ? revisions.get(place + 1).content() : after(revision, post);
			return RevisionView.of(revision, next, member(people, revision).person());
		}).toList();
	}

	/** What the post said after a revision, or says now. */
	private String after(Revision revision, Post post) {
		var later = new Query(Criteria.where("postId").is(post.id()).and(VERSION).gt(revision.version()))
			.with(Sort.by(VERSION));
		return Optional.ofNullable(this.mongo.findOne(later, Revision.class))
			.map(Revision::content)
			.orElseGet(post::content);
	}

	private static Member member(Map<String, Member> people, Revision revision) {
		return Objects.requireNonNull(people.get(revision.replacedBy()), "Every author is a member");
	}

}

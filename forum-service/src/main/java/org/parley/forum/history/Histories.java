package org.parley.forum.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostRevision;
import org.parley.forum.post.media.PostPictures;
import org.parley.forum.text.TextDifference;
import org.parley.platform.web.paging.OrderedPage;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
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

	Paged<RevisionView> page(Post post, PageQuery page) {
		var paged = new OrderedPage(page, "oldest", Direction.ASC, VERSION, (from) -> from.number(0)).find(this.mongo,
				new Query(Criteria.where("postId").is(post.id())), PostRevision.class, PostRevision::version);
		return new Paged<>(views(paged.data(), post), paged.meta());
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

	/**
	 * An earlier revision of a post.
	 *
	 * @param version the version of the post at that time
	 * @param content the Markdown source
	 * @param html the content, rendered and sanitized
	 * @param until when this revision was replaced
	 * @param replacedBy the member who replaced it
	 * @param changes the difference to the next revision
	 */
	record RevisionView(long version, String content, String html, Instant until, PersonView replacedBy,
			List<TextDifference.Part> changes) {

		static RevisionView of(PostRevision postRevision, String next, String html, PersonView replacedBy) {
			return new RevisionView(postRevision.version(), postRevision.content(), html, postRevision.until(),
					replacedBy, TextDifference.between(postRevision.content(), next));
		}

	}

}

package org.parley.forum.feed;

import java.net.URI;
import java.util.Optional;

import com.github.f4b6a3.ulid.Ulid;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.category.Category;
import org.parley.forum.member.Authors;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.post.media.PostPictures;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Reads the newest threads of a category and the newest posts of a thread. A feed is the
 * same for all readers: it never holds hidden or removed content.
 */
@Component
class Feeds {

	private static final int LENGTH = 20;

	private final MongoOperations mongo;

	private final Members members;

	private final PostPictures pictures;

	private final URI site;

	Feeds(MongoOperations mongo, Members members, PostPictures pictures, @Value("${parley.public-url}") URI site) {
		this.mongo = mongo;
		this.members = members;
		this.pictures = pictures;
		this.site = site;
	}

	/** The latest threads of a category. */
	Feed ofCategory(Category category) {
		var listed = Criteria.where("categoryId").is(category.id()).and("listed").is(true);
		var threads = this.mongo.find(newest(listed, "_id"), ForumThread.class);
		var authors = this.members.authors(threads.stream().map(ForumThread::authorId));
		return new Feed("urn:parley:category:" + category.id(), category.name(),
				at("/api/v1/feeds/categories/" + category.slug()), at("/categories/" + category.slug()),
				Ulid.getInstant(category.id()), threads.stream().map((thread) -> entry(thread, authors)).toList());
	}

	/** The latest posts of a thread. */
	Feed ofThread(ForumThread thread) {
		var shown = Criteria.where("threadId").is(thread.id()).and("status").in(PostStatus.SHOWN);
		var posts = this.mongo.find(newest(shown, "number"), Post.class);
		var authors = this.members.authors(posts.stream().map(Post::authorId));
		var media = this.pictures.open(posts.stream().map(Post::html).toList());
		var isPublic = this.pictures.isPublic(thread);
		return new Feed("urn:parley:thread:" + thread.id(), thread.title(), at("/api/v1/feeds/threads/" + thread.id()),
				at("/threads/" + thread.id()), thread.createdAt(),
				posts.stream().map((post) -> entry(post, thread, authors, media.show(post.html(), isPublic))).toList());
	}

	private static Query newest(Criteria criteria, String order) {
		return new Query(criteria).with(Sort.by(Direction.DESC, order)).limit(LENGTH);
	}

	private Feed.Entry entry(ForumThread thread, Authors authors) {
		return new Feed.Entry("urn:parley:thread:" + thread.id(), thread.title(), at("/threads/" + thread.id()),
				authors.get(thread.authorId()).displayName(), thread.createdAt(), thread.createdAt(), thread.excerpt(),
				null);
	}

	private Feed.Entry entry(Post post, ForumThread thread, Authors authors, String html) {
		return new Feed.Entry("urn:parley:post:" + post.id(), thread.title() + " #" + post.number(),
				at("/threads/" + thread.id() + "?post=" + post.number()), authors.get(post.authorId()).displayName(),
				post.createdAt(), Optional.ofNullable(post.editedAt()).orElse(post.createdAt()), null,
				Markdown.withoutSpoilersIn(html));
	}

	private URI at(String path) {
		return this.site.resolve(path);
	}

}

package org.parley.forum.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.f4b6a3.ulid.Ulid;
import com.mongodb.MongoExecutionTimeoutException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.forum.content.Markdown;
import org.parley.forum.listing.Authors;
import org.parley.forum.listing.Readership;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.search.Hit.Highlight;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Searches with MongoDB's text indexes: threads by title and tags, posts by what they
 * say, merged by score. What fits is ranked before its thread is looked at, so only as
 * many threads are read as hits are passed over.
 */
@Component
class MongoSearch implements Search {

	private static final List<String> SHOWN = List.of("ACTIVE", "FLAGGED");

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private final MongoOperations mongo;

	private final Authors authors;

	private final Members members;

	private final Markdown markdown;

	MongoSearch(MongoOperations mongo, Authors authors, Members members, Markdown markdown) {
		this.mongo = mongo;
		this.authors = authors;
		this.members = members;
		this.markdown = markdown;
	}

	@Override
	public List<Hit> find(SearchQuery query, Ranking ranking, @Nullable Cursor from, int most, Readership readers) {
		var found = Stream
			.concat(found("threads", Hit.Kind.THREAD, threads(query, ranking, from, most, readers)),
					found("posts", Hit.Kind.POST, posts(query, ranking, from, most, readers)))
			.sorted(ranking.order())
			.limit(most)
			.toList();
		return hits(found, query, readers);
	}

	private List<Document> threads(SearchQuery query, Ranking ranking, @Nullable Cursor from, int most,
			Readership readers) {
		var pipeline = ranked(wanted(query).append("$and", List.of(readable(query, readers))), ranking, from);
		pipeline.add(new Document("$limit", most));
		pipeline.add(new Document("$project", new Document("score", 1).append("threadId", "$_id")));
		return pipeline;
	}

	private List<Document> posts(SearchQuery query, Ranking ranking, @Nullable Cursor from, int most,
			Readership readers) {
		var wanted = wanted(query).append("status", new Document("$in", SHOWN));
		var pipeline = ranked(query.isUnanswered() ? wanted.append("number", 1) : wanted, ranking, from);
		pipeline.add(new Document("$lookup",
				new Document("from", "threads").append("localField", "threadId")
					.append("foreignField", "_id")
					.append("pipeline",
							List.of(new Document("$match", readable(query, readers)),
									new Document("$project", new Document("_id", 1))))
					.append("as", "thread")));
		pipeline.add(new Document("$match", new Document("thread", new Document("$ne", List.of()))));
		pipeline.add(new Document("$limit", most));
		return pipeline;
	}

	private static List<Document> ranked(Document wanted, Ranking ranking, @Nullable Cursor from) {
		var pipeline = new ArrayList<Document>();
		pipeline.add(new Document("$match", wanted));
		pipeline.add(new Document("$project",
				new Document("threadId", 1).append("score", new Document("$meta", "textScore"))));
		if (from != null) {
			pipeline.add(new Document("$match", ranking.after(from)));
		}
		pipeline.add(new Document("$sort", ranking.sort()));
		return pipeline;
	}

	private Document wanted(SearchQuery query) {
		var wanted = new Document("$text", new Document("$search", text(query)));
		if (query.author() != null) {
			wanted.append("authorId", this.authors.named(query.author()).map(Member::id).orElse(""));
		}
		var born = new Document();
		Optional.ofNullable(query.after())
			.ifPresent((day) -> born.append("$gte", Ulid.min(day.toEpochMilli()).toString()));
		Optional.ofNullable(query.before())
			.ifPresent((day) -> born.append("$lt", Ulid.min(day.toEpochMilli()).toString()));
		return born.isEmpty() ? wanted : wanted.append("_id", born);
	}

	/** Which threads may be found: never hidden ones, whoever asks. */
	private static Document readable(SearchQuery query, Readership readers) {
		var readable = new Document("listed", true).append("categoryId",
				new Document("$in", categoryIds(query.category(), readers)));
		if (query.tag() != null) {
			readable.append("tags", query.tag());
		}
		if (query.isSolved()) {
			readable.append("acceptedAnswer", new Document("$ne", null));
		}
		return query.isUnanswered() ? readable.append("replyCount", 0) : readable;
	}

	private static Collection<String> categoryIds(@Nullable String slug, Readership readers) {
		return readers.categories()
			.entrySet()
			.stream()
			.filter((category) -> slug == null || category.getValue().equals(slug))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static String text(SearchQuery query) {
		var phrases = query.phrases().stream().map((phrase) -> '"' + phrase + '"');
		var without = query.without().stream().map((phrase) -> "-\"" + phrase + '"');
		return Stream.of(query.words().stream(), phrases, without)
			.flatMap(Function.identity())
			.collect(Collectors.joining(" "));
	}

	private Stream<Found> found(String collection, Hit.Kind kind, List<Document> pipeline) {
		try {
			return this.mongo.getCollection(collection)
				.aggregate(pipeline)
				.maxTime(LONGEST.toSeconds(), TimeUnit.SECONDS)
				.map((found) -> Found.of(kind, found))
				.into(new ArrayList<>())
				.stream();
		}
		catch (MongoExecutionTimeoutException ex) {
			throw ProblemException.later(HttpStatus.SERVICE_UNAVAILABLE, "search.too-long",
					"This search takes too long. Look for rarer words.", LONGEST);
		}
	}

	private List<Hit> hits(List<Found> found, SearchQuery query, Readership readers) {
		var threads = byId(found.stream().map(Found::threadId), ForumThread.class, ForumThread::id);
		var posts = byId(found.stream().filter(Found::isPost).map(Found::id), Post.class, Post::id);
		var people = this.members.byId(Stream
			.concat(threads.values().stream().map(ForumThread::authorId), posts.values().stream().map(Post::authorId))
			.distinct()
			.toList());
		var highlighter = new Highlighter(query.sought());
		return found.stream()
			.filter((one) -> threads.containsKey(one.threadId()))
			.filter((one) -> !one.isPost() || posts.containsKey(one.id()))
			.map((one) -> hit(one, Objects.requireNonNull(threads.get(one.threadId())), posts.get(one.id()), people,
					highlighter, readers))
			.toList();
	}

	private Hit hit(Found found, ForumThread thread, @Nullable Post post, Map<String, Member> people,
			Highlighter highlighter, Readership readers) {
		var authorId = (post != null) ? post.authorId() : thread.authorId();
		var author = Objects.requireNonNull(people.get(authorId), "Every author is a member").person();
		var highlights = Stream.concat(highlight("title", highlighter.mark(thread.title())),
				(post != null) ? highlight("content",
						highlighter.place(post.content()).map(this.markdown::plainText).map(highlighter::markAll))
						: Stream.empty())
			.toList();
		return new Hit(found.kind(), found.id(), thread.id(), (post != null) ? post.number() : null, thread.title(),
				thread.slug(), readers.slug(thread.categoryId()), author,
				(post != null) ? post.createdAt() : thread.createdAt(), highlights, found.score());
	}

	private static Stream<Highlight> highlight(String field, Optional<String> html) {
		return html.map((marked) -> new Highlight(field, marked)).stream();
	}

	private <T> Map<String, T> byId(Stream<String> ids, Class<T> type, Function<T, String> id) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids.distinct().toList())), type)
			.stream()
			.collect(Collectors.toMap(id, Function.identity()));
	}

}

package org.parley.forum.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.f4b6a3.ulid.Ulid;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.web.paging.Cursor;

/**
 * What MongoDB is asked.
 *
 * @param query what somebody searches for
 * @param walk how far they have come
 * @param readers what they may read
 * @param authorId whose, or null for anybody's
 */
record MongoPipeline(SearchQuery query, SearchCursor walk, ListAudience readers, @Nullable String authorId) {

	private static final List<String> SHOWN = List.of("ACTIVE", "FLAGGED");

	private static final Document YOUNGEST = new Document("_id", -1);

	/** Threads by the words of their titles and tags. */
	List<Document> threadsByWords() {
		var pipeline = ranked(and(text(), born(), by(), readable()));
		pipeline.add(limit());
		pipeline.add(thread());
		return pipeline;
	}

	/** Threads of a certain kind, from the index of a list: {@link #listOfThreads()}. */
	List<Document> threads() {
		return List.of(match(and(born(), readable())), new Document("$sort", YOUNGEST), limit(), thread());
	}

	/**
	 * Posts by the words that they say. What fits is ranked before its thread is looked
	 * at.
	 */
	List<Document> postsByWords() {
		return inThreads(ranked(and(text(), born(), by(), shown())));
	}

	/** Posts of a person, from the index of those. */
	List<Document> postsOfAuthor() {
		var pipeline = new ArrayList<Document>();
		pipeline.add(match(and(by(), born(), shown())));
		pipeline.add(new Document("$sort", YOUNGEST));
		pipeline.add(new Document("$project", new Document("threadId", 1)));
		return inThreads(pipeline);
	}

	/** The list, and so the index, whose order and narrowing are those of the query. */
	String listOfThreads() {
		return "list-%s-%s".formatted((this.query.tag() != null) ? "tag" : "category",
				this.query.isUnanswered() ? "unanswered" : "newest");
	}

	private List<Document> ranked(Document wanted) {
		var pipeline = new ArrayList<Document>();
		pipeline.add(match(wanted));
		pipeline.add(new Document("$project", new Document("threadId", 1).append("createdAt", 1)
			.append("score", new Document("$meta", "textScore"))));
		if (this.walk.ranking() == SearchRanking.RELEVANCE) {
			pipeline.add(new Document("$set", new Document("score", times("$score", freshness()))));
			Optional.ofNullable(this.walk.from()).ifPresent((from) -> pipeline.add(match(lessThan(from))));
			pipeline.add(new Document("$sort", new Document("score", -1).append("_id", -1)));
		}
		else {
			pipeline.add(new Document("$sort", YOUNGEST));
		}
		return pipeline;
	}

	/** From 2 for what is as young as the walk or younger, down to 1. */
	private Document freshness() {
		var age = new Document("$subtract", List.of(Date.from(this.walk.began()), "$createdAt"));
		var months = new Document("$divide",
				List.of(new Document("$max", List.of(0, age)), SearchRanking.FRESH.toMillis()));
		return plusOne(new Document("$divide", List.of(1, plusOne(months))));
	}

	private static Document lessThan(Cursor from) {
		var score = SearchRanking.score(from);
		return new Document("$or", List.of(new Document("score", new Document("$lt", score)),
				new Document("score", score).append("_id", new Document("$lt", from.text(1)))));
	}

	private List<Document> inThreads(List<Document> pipeline) {
		pipeline.add(new Document("$lookup",
				new Document("from", "threads").append("localField", "threadId")
					.append("foreignField", "_id")
					.append("pipeline", List.of(match(readable()), new Document("$project", new Document("_id", 1))))
					.append("as", "thread")));
		pipeline.add(match(new Document("thread", new Document("$ne", List.of()))));
		pipeline.add(limit());
		return pipeline;
	}

	private Document text() {
		var phrases = this.query.phrases().stream().map((phrase) -> '"' + phrase + '"');
		var without = this.query.without().stream().map((phrase) -> "-\"" + phrase + '"');
		var text = Stream.of(this.query.words().stream(), phrases, without)
			.flatMap(Function.identity())
			.collect(Collectors.joining(" "));
		return new Document("$text", new Document("$search", text));
	}

	/** Ids tell when something was made. */
	private Document born() {
		var born = new Document();
		Optional.ofNullable(this.query.after())
			.ifPresent((day) -> born.append("$gte", Ulid.min(day.toEpochMilli()).toString()));
		Optional.ofNullable(this.query.before())
			.ifPresent((day) -> born.append("$lt", Ulid.min(day.toEpochMilli()).toString()));
		var bounds = born.isEmpty() ? new Document() : new Document("_id", born);
		var from = this.walk.from();
		return (from == null || this.walk.ranking() != SearchRanking.NEWEST) ? bounds
				: and(bounds, new Document("_id", new Document("$lt", from.text(0))));
	}

	private Document by() {
		return (this.authorId != null) ? new Document("authorId", this.authorId) : new Document();
	}

	private Document shown() {
		var shown = new Document("status", new Document("$in", SHOWN));
		return this.query.isUnanswered() ? shown.append("number", 1) : shown;
	}

	/** Which threads may be found: never hidden ones, whoever asks. */
	private Document readable() {
		var readable = new Document("listed", true).append("categoryId", new Document("$in", categoryIds()));
		if (this.query.tag() != null) {
			readable.append("tags", this.query.tag());
		}
		if (this.query.isSolved()) {
			readable.append("acceptedAnswer", new Document("$ne", null));
		}
		return this.query.isUnanswered() ? readable.append("replyCount", 0) : readable;
	}

	private Collection<String> categoryIds() {
		var slug = this.query.category();
		return this.readers.categories()
			.entrySet()
			.stream()
			.filter((category) -> slug == null || category.getValue().equals(slug))
			.map(Map.Entry::getKey)
			.toList();
	}

	private Document limit() {
		return new Document("$limit", this.walk.most());
	}

	private static Document thread() {
		return new Document("$project", new Document("score", 1).append("threadId", "$_id"));
	}

	private static Document match(Document wanted) {
		return new Document("$match", wanted);
	}

	private static Document and(Document... wanted) {
		return new Document("$and", Stream.of(wanted).filter((one) -> !one.isEmpty()).toList());
	}

	private static Document times(Object one, Object other) {
		return new Document("$multiply", List.of(one, other));
	}

	private static Document plusOne(Object number) {
		return new Document("$add", List.of(1, number));
	}

}

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
 * Builds the aggregation pipelines of a search.
 *
 * @param query the query
 * @param cursor where the page starts
 * @param readers the readers, who limit the categories
 * @param authorId the id of the author; null for all authors
 */
record MongoPipeline(SearchQuery query, SearchCursor cursor, ListAudience readers, @Nullable String authorId) {

	private static final List<String> SHOWN = List.of("ACTIVE", "FLAGGED");

	private static final Document NEWEST_FIRST = new Document("_id", -1);

	/** Finds threads by the words of their titles and tags. */
	List<Document> threadsByWords() {
		var pipeline = ranked(and(text(), createdInRange(), byAuthor(), readable()));
		pipeline.add(limit());
		pipeline.add(thread());
		return pipeline;
	}

	/** Finds threads by operators alone, with the index {@link #listIndex()}. */
	List<Document> threads() {
		return List.of(match(and(createdInRange(), readable())), new Document("$sort", NEWEST_FIRST), limit(),
				thread());
	}

	/** Finds posts by their words. Matches are ranked before their threads are read. */
	List<Document> postsByWords() {
		return inThreads(ranked(and(text(), createdInRange(), byAuthor(), shown())));
	}

	/** Finds the posts of an author. */
	List<Document> postsOfAuthor() {
		var pipeline = new ArrayList<Document>();
		pipeline.add(match(and(byAuthor(), createdInRange(), shown())));
		pipeline.add(new Document("$sort", NEWEST_FIRST));
		pipeline.add(new Document("$project", new Document("threadId", 1)));
		return inThreads(pipeline);
	}

	/** The name of the list index that fits the query. */
	String listIndex() {
		return "list-%s-%s".formatted((this.query.tag() != null) ? "tag" : "category",
				this.query.isUnanswered() ? "unanswered" : "newest");
	}

	private List<Document> ranked(Document condition) {
		var pipeline = new ArrayList<Document>();
		pipeline.add(match(condition));
		pipeline.add(new Document("$project", new Document("threadId", 1).append("createdAt", 1)
			.append("score", new Document("$meta", "textScore"))));
		if (this.cursor.ranking() == SearchRanking.RELEVANCE) {
			pipeline.add(new Document("$set", new Document("score", times("$score", freshness()))));
			Optional.ofNullable(this.cursor.from()).ifPresent((from) -> pipeline.add(match(rankedAfter(from))));
			pipeline.add(new Document("$sort", new Document("score", -1).append("_id", -1)));
		}
		else {
			pipeline.add(new Document("$sort", NEWEST_FIRST));
		}
		return pipeline;
	}

	/** The boost for recent content: 2 at the time of the first page, down to 1. */
	private Document freshness() {
		var age = new Document("$subtract", List.of(Date.from(this.cursor.began()), "$createdAt"));
		var months = new Document("$divide",
				List.of(new Document("$max", List.of(0, age)), SearchRanking.BOOST_HALF_LIFE.toMillis()));
		return plusOne(new Document("$divide", List.of(1, plusOne(months))));
	}

	private static Document rankedAfter(Cursor from) {
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

	/** Limits the creation time, which is part of the id. */
	private Document createdInRange() {
		var range = new Document();
		Optional.ofNullable(this.query.after())
			.ifPresent((day) -> range.append("$gte", Ulid.min(day.toEpochMilli()).toString()));
		Optional.ofNullable(this.query.before())
			.ifPresent((day) -> range.append("$lt", Ulid.min(day.toEpochMilli()).toString()));
		var bounds = range.isEmpty() ? new Document() : new Document("_id", range);
		var from = this.cursor.from();
		return (from == null || this.cursor.ranking() != SearchRanking.NEWEST) ? bounds
				: and(bounds, new Document("_id", new Document("$lt", from.text(0))));
	}

	private Document byAuthor() {
		return (this.authorId != null) ? new Document("authorId", this.authorId) : new Document();
	}

	private Document shown() {
		var shown = new Document("status", new Document("$in", SHOWN));
		return this.query.isUnanswered() ? shown.append("number", 1) : shown;
	}

	/** Selects the threads that the readers may see; never hidden ones. */
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
		return new Document("$limit", this.cursor.max());
	}

	private static Document thread() {
		return new Document("$project", new Document("score", 1).append("threadId", "$_id"));
	}

	private static Document match(Document condition) {
		return new Document("$match", condition);
	}

	private static Document and(Document... conditions) {
		return new Document("$and", Stream.of(conditions).filter((condition) -> !condition.isEmpty()).toList());
	}

	private static Document times(Object factor, Object otherFactor) {
		return new Document("$multiply", List.of(factor, otherFactor));
	}

	private static Document plusOne(Object number) {
		return new Document("$add", List.of(1, number));
	}

}

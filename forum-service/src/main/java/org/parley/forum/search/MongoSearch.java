package org.parley.forum.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.MongoExecutionTimeoutException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.forum.content.Markdown;
import org.parley.forum.member.AuthorNames;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.post.Post;
import org.parley.forum.search.SearchHit.Highlight;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Searches with the text indexes of MongoDB: threads by title and tags, posts by content,
 * merged by score. Posts are ranked before their threads are read, so that few threads
 * are read.
 */
@Component
class MongoSearch implements Search {

	/** The text index, which MongoDB selects without a hint. */
	private static final String TEXT = "search";

	/** An id that no member has. */
	private static final String UNKNOWN_AUTHOR = "";

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final MongoOperations mongo;

	private final AuthorNames authorNames;

	private final Members members;

	private final Markdown markdown;

	MongoSearch(MongoOperations mongo, AuthorNames authorNames, Members members, Markdown markdown) {
		this.mongo = mongo;
		this.authorNames = authorNames;
		this.members = members;
		this.markdown = markdown;
	}

	@Override
	public List<SearchHit> find(SearchQuery query, SearchCursor cursor, ListAudience readers) {
		var matches = match(query, pipeline(query, cursor, readers)).sorted(cursor.ranking().order())
			.limit(cursor.max())
			.toList();
		return hits(matches, query, readers);
	}

	private MongoPipeline pipeline(SearchQuery query, SearchCursor cursor, ListAudience readers) {
		var name = query.author();
		return new MongoPipeline(query, cursor, readers,
				(name != null) ? this.authorNames.find(name).map(Member::id).orElse(UNKNOWN_AUTHOR) : null);
	}

	private Stream<SearchMatch> match(SearchQuery query, MongoPipeline pipeline) {
		if (query.isForWords()) {
			return Stream.concat(match(SearchHit.Kind.THREAD, TEXT, pipeline.threadsByWords()),
					match(SearchHit.Kind.POST, TEXT, pipeline.postsByWords()));
		}
		return (query.author() != null) ? match(SearchHit.Kind.POST, SearchIndexes.BY_AUTHOR, pipeline.postsOfAuthor())
				: match(SearchHit.Kind.THREAD, pipeline.listIndex(), pipeline.threads());
	}

	private Stream<SearchMatch> match(SearchHit.Kind kind, String index, List<Document> pipeline) {
		var collection = this.mongo.getCollection((kind == SearchHit.Kind.POST) ? "posts" : "threads");
		var aggregation = collection.aggregate(pipeline).maxTime(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
		try {
			return (index.equals(TEXT) ? aggregation : aggregation.hintString(index))
				.map((document) -> SearchMatch.of(kind, document))
				.into(new ArrayList<>())
				.stream();
		}
		catch (MongoExecutionTimeoutException ex) {
			throw ProblemException.later(HttpStatus.SERVICE_UNAVAILABLE, "search.too-long",
					"The search took too long. Use less common words.", TIMEOUT);
		}
	}

	/** Reads the matches and drops those that are no longer visible. */
	private List<SearchHit> hits(List<SearchMatch> matches, SearchQuery query, ListAudience readers) {
		var threads = byId(matches.stream().map(SearchMatch::threadId), ForumThread.class, ForumThread::id);
		threads.values().removeIf((thread) -> !thread.listed() || readers.slug(thread.categoryId()).isEmpty());
		var posts = byId(matches.stream().filter(SearchMatch::isPost).map(SearchMatch::id), Post.class, Post::id);
		posts.values().removeIf((post) -> !post.status().isShown());
		var people = this.members.byId(Stream
			.concat(threads.values().stream().map(ForumThread::authorId), posts.values().stream().map(Post::authorId))
			.distinct()
			.toList());
		var highlighter = new Highlighter(query.highlightedWords());
		return matches.stream()
			.filter((match) -> threads.containsKey(match.threadId()))
			.filter((match) -> !match.isPost() || posts.containsKey(match.id()))
			.map((match) -> hit(match, Objects.requireNonNull(threads.get(match.threadId())), posts.get(match.id()),
					people, highlighter, readers))
			.toList();
	}

	private SearchHit hit(SearchMatch match, ForumThread thread, @Nullable Post post, Map<String, Member> people,
			Highlighter highlighter, ListAudience readers) {
		var authorId = (post != null) ? post.authorId() : thread.authorId();
		var author = Objects.requireNonNull(people.get(authorId), "Every author is a member").person();
		var highlights = Stream.concat(highlight("title", highlighter.mark(thread.title())),
				(post != null) ? highlight("content",
						highlighter.extract(post.content()).map(this.markdown::plainText).map(highlighter::markAll))
						: Stream.empty())
			.toList();
		return new SearchHit(match.kind(), match.id(), thread.id(), (post != null) ? post.number() : null,
				thread.title(), thread.slug(), readers.slug(thread.categoryId()), author,
				(post != null) ? post.createdAt() : thread.createdAt(), highlights, match.score());
	}

	private static Stream<Highlight> highlight(String field, Optional<String> html) {
		return html.map((marked) -> new Highlight(field, marked)).stream();
	}

	private <T> Map<String, T> byId(Stream<String> ids, Class<T> type, Function<T, String> id) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids.distinct().toList())), type)
			.stream()
			.collect(Collectors.toMap(id, Function.identity(), (one, _) -> one, HashMap::new));
	}

}

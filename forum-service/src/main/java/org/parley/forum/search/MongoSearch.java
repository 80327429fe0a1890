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
 * Searches with MongoDB's text indexes: threads by title and tags, posts by what they
 * say, merged by score. What fits is ranked before its thread is looked at, so only as
 * many threads are read as hits are passed over.
 */
@Component
class MongoSearch implements Search {

	/** The index that MongoDB finds words with by itself. */
	private static final String TEXT = "search";

	/** A person whom nobody is. */
	private static final String NOBODY = "";

	private static final Duration LONGEST = Duration.ofSeconds(5);

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
	public List<SearchHit> find(SearchQuery query, SearchCursor searchCursor, ListAudience readers) {
		var searchMatch = found(query, pipeline(query, searchCursor, readers)).sorted(searchCursor.ranking().order())
			.limit(searchCursor.most())
			.toList();
		return hits(searchMatch, query, readers);
	}

	private MongoPipeline pipeline(SearchQuery query, SearchCursor searchCursor, ListAudience readers) {
		var name = query.author();
		return new MongoPipeline(query, searchCursor, readers,
				(name != null) ? this.authorNames.named(name).map(Member::id).orElse(NOBODY) : null);
	}

	private Stream<SearchMatch> found(SearchQuery query, MongoPipeline pipeline) {
		if (query.isForWords()) {
			return Stream.concat(found(SearchHit.Kind.THREAD, TEXT, pipeline.threadsByWords()),
					found(SearchHit.Kind.POST, TEXT, pipeline.postsByWords()));
		}
		return (query.author() != null) ? found(SearchHit.Kind.POST, SearchIndexes.BY_AUTHOR, pipeline.postsOfAuthor())
				: found(SearchHit.Kind.THREAD, pipeline.listOfThreads(), pipeline.threads());
	}

	private Stream<SearchMatch> found(SearchHit.Kind kind, String index, List<Document> pipeline) {
		var collection = this.mongo.getCollection((kind == SearchHit.Kind.POST) ? "posts" : "threads");
		var asked = collection.aggregate(pipeline).maxTime(LONGEST.toSeconds(), TimeUnit.SECONDS);
		try {
			return (index.equals(TEXT) ? asked : asked.hintString(index))
				.map((searchMatch) -> SearchMatch.of(kind, searchMatch))
				.into(new ArrayList<>())
				.stream();
		}
		catch (MongoExecutionTimeoutException ex) {
			throw ProblemException.later(HttpStatus.SERVICE_UNAVAILABLE, "search.too-long",
					"This search takes too long. Look for rarer words.", LONGEST);
		}
	}

	/** Once more without what was taken away after it was found. */
	private List<SearchHit> hits(List<SearchMatch> searchMatch, SearchQuery query, ListAudience readers) {
		var threads = byId(searchMatch.stream().map(SearchMatch::threadId), ForumThread.class, ForumThread::id);
		threads.values().removeIf((thread) -> !thread.listed() || readers.slug(thread.categoryId()).isEmpty());
		var posts = byId(searchMatch.stream().filter(SearchMatch::isPost).map(SearchMatch::id), Post.class, Post::id);
		posts.values().removeIf((post) -> !post.status().isShown());
		var people = this.members.byId(Stream
			.concat(threads.values().stream().map(ForumThread::authorId), posts.values().stream().map(Post::authorId))
			.distinct()
			.toList());
		var highlighter = new Highlighter(query.sought());
		return searchMatch.stream()
			.filter((one) -> threads.containsKey(one.threadId()))
			.filter((one) -> !one.isPost() || posts.containsKey(one.id()))
			.map((one) -> hit(one, Objects.requireNonNull(threads.get(one.threadId())), posts.get(one.id()), people,
					highlighter, readers))
			.toList();
	}

	private SearchHit hit(SearchMatch searchMatch, ForumThread thread, @Nullable Post post, Map<String, Member> people,
			Highlighter highlighter, ListAudience readers) {
		var authorId = (post != null) ? post.authorId() : thread.authorId();
		var author = Objects.requireNonNull(people.get(authorId), "Every author is a member").person();
		var highlights = Stream.concat(highlight("title", highlighter.mark(thread.title())),
				(post != null) ? highlight("content",
						highlighter.place(post.content()).map(this.markdown::plainText).map(highlighter::markAll))
						: Stream.empty())
			.toList();
		return new SearchHit(searchMatch.kind(), searchMatch.id(), thread.id(), (post != null) ? post.number() : null,
				thread.title(), thread.slug(), readers.slug(thread.categoryId()), author,
				(post != null) ? post.createdAt() : thread.createdAt(), highlights, searchMatch.score());
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

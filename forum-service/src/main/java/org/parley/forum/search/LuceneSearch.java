package org.parley.forum.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.AuthorNames;
import org.parley.forum.member.Authors;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.search.FoundContents.FoundPost;
import org.parley.forum.search.FoundContents.FoundThread;
import org.parley.forum.search.SearchHit.Highlight;
import org.parley.forum.search.Search.UsedTag;
import org.parley.forum.search.index.SearchIndex;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.stereotype.Component;

/**
 * Searches the index of this instance. Every match is read from the database before it is
 * returned, so that readers never see more than they may see now.
 */
@Component
class LuceneSearch implements Search {

	/** An id that no member has. */
	private static final String UNKNOWN_AUTHOR = "";

	private final SearchIndex index;

	private final FoundContents contents;

	private final AuthorNames authorNames;

	private final Members members;

	private final Markdown markdown;

	LuceneSearch(SearchIndex index, FoundContents contents, AuthorNames authorNames, Members members,
			Markdown markdown) {
		this.index = index;
		this.contents = contents;
		this.authorNames = authorNames;
		this.members = members;
		this.markdown = markdown;
	}

	@Override
	public WordWeights weigh(SearchQuery query) {
		return this.index.read((searcher) -> WordWeights.of(query, searcher.getIndexReader()));
	}

	@Override
	public List<SearchHit> find(SearchQuery query, SearchCursor cursor, ListAudience readers) {
		var name = query.author();
		var authorId = (name != null) ? this.authorNames.find(name).map(Member::id).orElse(UNKNOWN_AUTHOR) : null;
		var indexQuery = new IndexQuery(query, cursor, readers, authorId);
		var hits = new ArrayList<SearchHit>();
		var after = indexQuery.position();
		var wanted = cursor.max();
		while (wanted > 0) {
			var found = this.index.find(indexQuery.build(), indexQuery.order(), after, wanted);
			hits.addAll(hits(SearchMatch.of(found), query, readers));
			if (found.length < wanted) {
				return hits;
			}
			after = IndexQuery.after(((FieldDoc) found[found.length - 1]).fields);
			wanted = cursor.max() - hits.size();
		}
		return hits;
	}

	@Override
	public List<UsedTag> tags(String beginning, ListAudience readers, int max) {
		return this.index.isComplete()
				? this.index.read((searcher) -> new TagSuggestions(searcher, readers).beginningWith(beginning, max))
				: List.of();
	}

	/** Reads the matches and drops those that are no longer visible. */
	private List<SearchHit> hits(List<SearchMatch> matches, SearchQuery query, ListAudience readers) {
		var posts = posts(matches);
		var threads = threads(
				matches.stream().flatMap((match) -> threadId(match, posts).stream()).collect(Collectors.toSet()),
				readers);
		var authors = this.members.authors(Stream.concat(threads.values().stream().map(FoundThread::authorId),
				posts.values().stream().map(FoundPost::authorId)));
		var highlighter = new Highlighter(query.highlightedWords());
		return matches.stream()
			.flatMap((match) -> threadId(match, posts).filter(threads::containsKey)
				.map((id) -> hit(match, Objects.requireNonNull(threads.get(id)), posts.get(match.id()), authors,
						highlighter, readers))
				.stream())
			.toList();
	}

	private Map<String, FoundPost> posts(List<SearchMatch> matches) {
		return this.contents.posts(matches.stream().filter(SearchMatch::isPost).map(SearchMatch::id).toList())
			.stream()
			.collect(Collectors.toMap(FoundPost::id, (post) -> post));
	}

	/** Returns the id of the thread; empty for a post that not everybody sees. */
	private static Optional<String> threadId(SearchMatch match, Map<String, FoundPost> posts) {
		return match.isPost() ? Optional.ofNullable(posts.get(match.id())).map(FoundPost::threadId)
				: Optional.of(match.id());
	}

	private Map<String, FoundThread> threads(Set<String> ids, ListAudience readers) {
		return this.contents.threads(ids)
			.stream()
			.filter((thread) -> !readers.slug(thread.categoryId()).isEmpty())
			.collect(Collectors.toMap(FoundThread::id, (thread) -> thread));
	}

	private SearchHit hit(SearchMatch match, FoundThread thread, @Nullable FoundPost post, Authors authors,
			Highlighter highlighter, ListAudience readers) {
		var author = authors.get((post != null) ? post.authorId() : thread.authorId()).person();
		var title = highlighter.mark(thread.title());
		var content = Optional.ofNullable(post)
			.map((found) -> this.markdown.withoutSpoilers(found.content()))
			.flatMap((text) -> highlighter.extract(text)
				.or(() -> title.isPresent() ? Optional.empty() : highlighter.beginning(text)))
			.map(this.markdown::plainText)
			.map(highlighter::markAll);
		var highlights = Stream.concat(highlight("title", title), highlight("content", content)).toList();
		return new SearchHit((post != null) ? SearchHit.Kind.POST : SearchHit.Kind.THREAD, match.id(), thread.id(),
				(post != null) ? post.number() : 1, thread.title(), thread.slug(), readers.slug(thread.categoryId()),
				author, (post != null) ? post.createdAt() : thread.createdAt(), highlights, match.score());
	}

	private static Stream<Highlight> highlight(String field, Optional<String> html) {
		return html.map((marked) -> new Highlight(field, marked)).stream();
	}

	/**
	 * A match in the index, before its thread or post is read.
	 *
	 * @param id the id of the thread or post
	 * @param score the relevance, higher is better; zero in an order without relevance
	 */
	record SearchMatch(String id, boolean isPost, float score) {

		static List<SearchMatch> of(ScoreDoc[] found) {
			return Arrays.stream(found).map((match) -> of(((FieldDoc) match).fields)).toList();
		}

		/** The sort keys are the score, if any, the id, and whether it is a post. */
		private static SearchMatch of(Object[] keys) {
			var id = ((BytesRef) keys[keys.length - 2]).utf8ToString();
			return new SearchMatch(id, (Integer) keys[keys.length - 1] > 0, (keys.length > 2) ? (Float) keys[0] : 0);
		}

	}

}

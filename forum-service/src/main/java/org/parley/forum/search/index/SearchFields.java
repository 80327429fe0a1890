package org.parley.forum.search.index;

import java.util.Collection;
import java.util.stream.IntStream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.text.TagKey;

/** The fields of the search index and the filters on them. */
public final class SearchFields {

	/** The id of the thread or post. */
	public static final String ID = "id";

	/** The words of a thread's title. */
	public static final String TITLE = "title";

	/** The words of a thread's tags. */
	public static final String TAGS = "tags";

	/** The tags of a thread, each with its key before its name. */
	public static final String TAG_NAMES = "tag-names";

	/** Separates key and name; no tag contains it. */
	private static final String NAME = "\n";

	/** The words of a post. */
	public static final String CONTENT = "content";

	/** The creation time in milliseconds. */
	public static final String CREATED = "created";

	/** The column that is 1 for posts and 0 for threads. */
	public static final String POST = "post";

	static final String CATEGORY = "category";

	static final String SOLVED = "solved";

	static final String ANSWERED = "answered";

	private static final String THREAD = "thread";

	private static final String AUTHOR = "author";

	private static final String KIND = "kind";

	private static final String FACTS = "facts";

	/** The maximum number of tags of a thread. */
	static final int MAX_TAGS = 5;

	/** The kinds of documents. */
	public enum DocumentKind {

		THREAD, OPENING_POST, REPLY

	}

	private SearchFields() {
	}

	static Document document(ForumThread thread) {
		var facts = ThreadFacts.of(thread);
		var document = document(thread.id(), thread.id(), DocumentKind.THREAD, thread.authorId(),
				thread.createdAt().toEpochMilli(), facts);
		document.add(new TextField(TITLE, facts.title(), Field.Store.NO));
		document.add(new TextField(TAGS, String.join(" ", facts.tags()), Field.Store.NO));
		facts.tags()
			.forEach((tag) -> document.add(new StringField(TAG_NAMES, TagKey.of(tag) + NAME + tag, Field.Store.NO)));
		document.add(new StringField(FACTS, facts.fingerprint(), Field.Store.NO));
		return document;
	}

	static Document document(Post post, String words, ThreadFacts facts) {
		var document = document(post.id(), post.threadId(),
				post.opensThread() ? DocumentKind.OPENING_POST : DocumentKind.REPLY, post.authorId(),
				post.createdAt().toEpochMilli(), facts);
		document.add(new TextField(CONTENT, words, Field.Store.NO));
		return document;
	}

	private static Document document(String id, String threadId, DocumentKind kind, String authorId, long created,
			ThreadFacts facts) {
		var document = new Document();
		document.add(new StringField(ID, id, Field.Store.NO));
		document.add(new SortedDocValuesField(ID, new BytesRef(id)));
		document.add(new StringField(THREAD, threadId, Field.Store.NO));
		document.add(new StringField(KIND, kind.name(), Field.Store.NO));
		document.add(new NumericDocValuesField(POST, (kind != DocumentKind.THREAD) ? 1 : 0));
		document.add(new StringField(AUTHOR, authorId, Field.Store.NO));
		document.add(new LongField(CREATED, created, Field.Store.NO));
		facts.columns().forEach(document::add);
		return document;
	}

	/** Selects the document of a thread or post. */
	static Term id(String id) {
		return new Term(ID, id);
	}

	/**
	 * Selects the document of a thread if all documents of the thread have these facts.
	 */
	static Query thread(String id, ThreadFacts facts) {
		return new BooleanQuery.Builder().add(new TermQuery(id(id)), Occur.FILTER)
			.add(new TermQuery(new Term(FACTS, facts.fingerprint())), Occur.FILTER)
			.build();
	}

	/** Selects the documents of a thread and its posts. */
	static Term thread(String id) {
		return new Term(THREAD, id);
	}

	/** Returns the name of a tag as its thread shows it. */
	public static String tagName(String term) {
		return term.substring(term.indexOf(NAME) + NAME.length());
	}

	static String tag(int position) {
		return "tag" + position;
	}

	/** Selects the documents in some categories, of threads that are in lists. */
	public static Query inCategories(Collection<String> ids) {
		return NumericDocValuesField.newSlowSetQuery(CATEGORY, ids.stream().mapToLong(ThreadFacts::number).toArray());
	}

	/** Selects the documents of a thread with a tag. */
	public static Query tagged(String tag) {
		var tagged = new BooleanQuery.Builder();
		IntStream.range(0, MAX_TAGS)
			.forEach((position) -> tagged
				.add(NumericDocValuesField.newSlowExactQuery(tag(position), ThreadFacts.number(tag)), Occur.SHOULD));
		return tagged.build();
	}

	/** Selects the documents of threads with an accepted answer. */
	public static Query solved() {
		return NumericDocValuesField.newSlowExactQuery(SOLVED, 1);
	}

	/** Selects the documents of threads without replies. */
	public static Query unanswered() {
		return NumericDocValuesField.newSlowExactQuery(ANSWERED, 0);
	}

	/** Selects what an author wrote. */
	public static Query by(String authorId) {
		return new TermQuery(new Term(AUTHOR, authorId));
	}

	/** Selects kinds of documents. */
	public static Query kinds(Collection<DocumentKind> kinds) {
		return new TermInSetQuery(KIND, kinds.stream().map((kind) -> new BytesRef(kind.name())).toList());
	}

}

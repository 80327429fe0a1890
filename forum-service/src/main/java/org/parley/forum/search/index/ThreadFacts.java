package org.parley.forum.search.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.util.StringHelper;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.text.TagKey;

/**
 * The facts that searches know of a thread. The thread's document and those of all its
 * posts have these values, as columns that a change of the thread rewrites without
 * indexing its posts again.
 *
 * @param listed whether the thread is in lists; searches never find another one
 * @param solved whether it has an accepted answer
 * @param answered whether it has replies
 */
record ThreadFacts(String title, List<String> tags, String categoryId, boolean listed, boolean solved,
		boolean answered) {

	/** The category of threads that are not in lists. */
	private static final long NONE = 0;

	static ThreadFacts of(ForumThread thread) {
		return new ThreadFacts(thread.title(), thread.tags(), thread.categoryId(), thread.listed(),
				thread.acceptedAnswer() != null, thread.counters().replyCount() > 0);
	}

	List<NumericDocValuesField> columns() {
		var columns = new ArrayList<NumericDocValuesField>();
		columns.add(new NumericDocValuesField(SearchFields.CATEGORY, this.listed ? number(this.categoryId) : NONE));
		columns.add(new NumericDocValuesField(SearchFields.SOLVED, this.solved ? 1 : 0));
		columns.add(new NumericDocValuesField(SearchFields.ANSWERED, this.answered ? 1 : 0));
		for (var tag = 0; tag < SearchFields.MAX_TAGS; tag++) {
			columns.add(new NumericDocValuesField(SearchFields.tag(tag),
					(tag < this.tags.size()) ? number(TagKey.of(this.tags.get(tag))) : NONE));
		}
		return columns;
	}

	/** Identifies these facts among all facts. */
	String fingerprint() {
		return Long.toString(number(toString()));
	}

	/** Returns the value of an id or a tag in a column: 64 bits of its hash. */
	static long number(String text) {
		var bytes = text.getBytes(StandardCharsets.UTF_8);
		var high = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, 1);
		var low = StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, 2);
		var hash = ((long) high << Integer.SIZE) | Integer.toUnsignedLong(low);
		return (hash != NONE) ? hash : 1;
	}

}

package org.parley.forum.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.parley.forum.search.Search.UsedTag;
import org.parley.forum.search.index.SearchFields;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.text.TagKey;

/**
 * Counts the tags of an index. The dictionary of the index knows how many threads have a
 * tag, also of closed categories; only the most used ones are counted for the readers.
 */
record TagSuggestions(IndexSearcher searcher, ListAudience readers) {

	private static final Comparator<UsedTag> MOST_USED_FIRST = Comparator.comparingInt(UsedTag::threads)
		.reversed()
		.thenComparing(UsedTag::tag);

	/** The most tags that are counted for a request. */
	private static final int MAX_COUNTED = 100;

	/** The most entries of the dictionary that are looked at for a request. */
	private static final int MAX_READ = 20_000;

	List<UsedTag> beginningWith(String beginning, int max) throws IOException {
		var spellings = new ArrayList<UsedTag>();
		for (var name : mostUsed(new BytesRef(TagKey.of(beginning)))) {
			spellings.add(new UsedTag(SearchFields.tagName(name), this.searcher.count(tagged(name))));
		}
		var byKey = new LinkedHashMap<String, UsedTag>();
		spellings.stream()
			.filter((tag) -> tag.threads() > 0)
			.sorted(MOST_USED_FIRST)
			.forEach((tag) -> byKey.merge(TagKey.of(tag.tag()), tag,
					(most, other) -> new UsedTag(most.tag(), most.threads() + other.threads())));
		return byKey.values().stream().sorted(MOST_USED_FIRST).limit(max).toList();
	}

	private List<String> mostUsed(BytesRef beginning) throws IOException {
		var terms = MultiTerms.getTerms(this.searcher.getIndexReader(), SearchFields.TAG_NAMES);
		if (terms == null) {
			return List.of();
		}
		var most = new PriorityQueue<Map.Entry<String, Integer>>(Map.Entry.comparingByValue());
		var names = terms.iterator();
		var more = names.seekCeil(beginning) != TermsEnum.SeekStatus.END;
		for (var read = 0; more && read < MAX_READ && StringHelper.startsWith(names.term(), beginning); read++) {
			most.add(Map.entry(names.term().utf8ToString(), names.docFreq()));
			if (most.size() > MAX_COUNTED) {
				most.poll();
			}
			more = names.next() != null;
		}
		return most.stream().map(Map.Entry::getKey).toList();
	}

	private Query tagged(String name) {
		return new BooleanQuery.Builder().add(new TermQuery(new Term(SearchFields.TAG_NAMES, name)), Occur.FILTER)
			.add(SearchFields.inCategories(this.readers.categories().keySet()), Occur.FILTER)
			.build();
	}

}

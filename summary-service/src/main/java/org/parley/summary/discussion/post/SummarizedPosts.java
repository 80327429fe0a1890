package org.parley.summary.discussion.post;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores the projected posts. */
@Component
public class SummarizedPosts {

	private final MongoOperations mongo;

	SummarizedPosts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Stores a post; false if this or a newer version is stored. */
	public boolean saveIfNewer(SummarizedPost post) {
		return VersionedUpsert.saveIfNewer(this.mongo, post);
	}

	/** Stores posts unless they or newer versions are stored. */
	public void saveAllIfNewer(List<SummarizedPost> posts) {
		VersionedUpsert.saveAllIfNewer(this.mongo, posts, SummarizedPost.class);
	}

	/** Finds the print of a visible post; empty if there is none. */
	public String findPrint(String threadId, int number) {
		return findPrints(threadId, List.of(number)).getOrDefault(number, "");
	}

	/** Finds the highest number of a visible post; 0 if there is none. */
	public int findLastNumber(String threadId) {
		var query = new Query(shown(threadId)).with(Sort.by(Sort.Direction.DESC, "number")).limit(1);
		query.fields().include("threadId", "number", "print", "version");
		var last = this.mongo.findOne(query, SummarizedPost.class);
		return (last != null) ? last.number() : 0;
	}

	/**
	 * Finds visible posts after a number, in order. Beyond the limit it returns a tenth
	 * from the beginning, half from the end and the rest evenly from between, so that the
	 * cost does not grow with the thread.
	 */
	public List<Passage> sample(String threadId, int after, int limit) {
		var sample = new TreeMap<Integer, Passage>();
		read(sample, threadId, Criteria.where("number").gt(after), Sort.Direction.ASC, limit + 1);
		if (sample.size() <= limit) {
			return List.copyOf(sample.values());
		}
		sample.keySet().removeAll(sample.keySet().stream().skip(Math.ceilDiv(limit, 10)).toList());
		read(sample, threadId, Criteria.where("number").gt(after), Sort.Direction.DESC, limit / 2);
		read(sample, threadId,
				Criteria.where("number").in(between(after, findLastNumber(threadId), limit - sample.size())),
				Sort.Direction.ASC, limit - sample.size());
		return List.copyOf(sample.values());
	}

	/** Finds the prints of visible posts by their number. */
	public Map<Integer, String> findPrints(String threadId, Collection<Integer> numbers) {
		var query = new Query(shown(threadId).andOperator(Criteria.where("number").in(numbers)));
		query.fields().include("threadId", "number", "print", "version");
		return this.mongo.find(query, SummarizedPost.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(SummarizedPost::number,
					(post) -> Objects.requireNonNull(post.print())));
	}

	private void read(Map<Integer, Passage> into, String threadId, Criteria numbers, Sort.Direction direction,
			int limit) {
		var query = new Query(shown(threadId).andOperator(numbers)).with(Sort.by(direction, "number")).limit(limit);
		for (var post : this.mongo.find(query, SummarizedPost.class)) {
			if (post.text() != null && post.print() != null) {
				into.put(post.number(), new Passage(post.number(), post.text(), post.print()));
			}
		}
	}

	private static List<Integer> between(int after, int last, int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((step) -> after + (int) ((last - after) * (long) step / (count + 1)))
			.toList();
	}

	private static Criteria shown(String threadId) {
		return Criteria.where("threadId").is(threadId).and("print").gt("");
	}

}

package org.parley.summary.discussion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The known posts. */
@Component
public class SummarizedPosts {

	private final MongoOperations mongo;

	private final NewestVersionWriter newestVersionWriter;

	SummarizedPosts(MongoOperations mongo, NewestVersionWriter newestVersionWriter) {
		this.mongo = mongo;
		this.newestVersionWriter = newestVersionWriter;
	}

	/** Takes over a post, unless something newer is known. */
	void learn(SummarizedPost summarizedPost) {
		var state = new Update().set("threadId", summarizedPost.threadId())
			.set("number", summarizedPost.number())
			.set("text", summarizedPost.text())
			.set("print", summarizedPost.print());
		this.newestVersionWriter.store(summarizedPost.id(), summarizedPost.version(), state, SummarizedPost.class);
	}

	/** The highest number of a post of the thread that everybody may read; 0 without. */
	public int last(String threadId) {
		var query = new Query(shown(threadId)).with(Sort.by(Sort.Direction.DESC, "number")).limit(1);
		query.fields().include("threadId", "number", "print", "version");
		var last = this.mongo.findOne(query, SummarizedPost.class);
		return (last != null) ? last.number() : 0;
	}

	/**
	 * Posts after a number, in their order: all of them while they are few. Of more, a
	 * tenth from the beginning, half from the end, and the rest evenly from between: what
	 * this costs does not grow with the thread.
	 */
	public List<Passage> sample(String threadId, int after, int most) {
		var sample = new TreeMap<Integer, Passage>();
		read(sample, threadId, Criteria.where("number").gt(after), Sort.Direction.ASC, most + 1);
		if (sample.size() <= most) {
			return List.copyOf(sample.values());
		}
		sample.keySet().removeAll(sample.keySet().stream().skip(Math.ceilDiv(most, 10)).toList());
		read(sample, threadId, Criteria.where("number").gt(after), Sort.Direction.DESC, most / 2);
		read(sample, threadId, Criteria.where("number").in(between(after, last(threadId), most - sample.size())),
				Sort.Direction.ASC, most - sample.size());
		return List.copyOf(sample.values());
	}

	/** The prints of posts by their number; without those that are not shown any more. */
	public Map<Integer, String> prints(String threadId, Collection<Integer> numbers) {
		var query = new Query(shown(threadId).andOperator(Criteria.where("number").in(numbers)));
		query.fields().include("threadId", "number", "print", "version");
		return this.mongo.find(query, SummarizedPost.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(SummarizedPost::number,
					(summarizedPost) -> Objects.requireNonNull(summarizedPost.print())));
	}

	private void read(Map<Integer, Passage> into, String threadId, Criteria numbers, Sort.Direction direction,
			int most) {
		var query = new Query(shown(threadId).andOperator(numbers)).with(Sort.by(direction, "number")).limit(most);
		for (var summarizedPost : this.mongo.find(query, SummarizedPost.class)) {
			if (summarizedPost.text() != null && summarizedPost.print() != null) {
				into.put(summarizedPost.number(),
						new Passage(summarizedPost.number(), summarizedPost.text(), summarizedPost.print()));
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

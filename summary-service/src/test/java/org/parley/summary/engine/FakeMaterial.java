package org.parley.summary.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.summary.discussion.post.Passage;

/**
 * Material in memory.
 *
 * @param title the thread's title
 * @param last the last summary
 * @param permission whether the model may receive it
 */
public record FakeMaterial(String title, @Nullable SummaryDraft last, List<Passage> posts,
		BooleanSupplier permission) implements SummaryMaterial {

	public FakeMaterial(String title, @Nullable SummaryDraft last, List<Passage> posts) {
		this(title, last, posts, () -> true);
	}

	/** Creates a thread with these posts. */
	public static FakeMaterial of(String... texts) {
		return new FakeMaterial("Which tomatoes?", null,
				IntStream.rangeClosed(1, texts.length)
					.mapToObj((number) -> new Passage(number, texts[number - 1], "print-" + number))
					.toList());
	}

	/** Returns a copy with a previous summary. */
	public FakeMaterial after(SummaryDraft summaryDraft) {
		return new FakeMaterial(this.title, summaryDraft, this.posts, this.permission);
	}

	/** Returns a copy with another permission of the model. */
	public FakeMaterial permitted(BooleanSupplier permission) {
		return new FakeMaterial(this.title, this.last, this.posts, permission);
	}

	@Override
	public Optional<SummaryDraft> previous() {
		return Optional.ofNullable(this.last);
	}

	@Override
	public boolean isModelPermitted() {
		return this.permission.getAsBoolean();
	}

	@Override
	public List<Passage> sample(int after, int most) {
		var later = this.posts.stream().filter((post) -> post.number() > after).toList();
		return (later.size() <= most) ? later
				: Stream.concat(later.stream().limit(1), later.stream().skip(later.size() - most + 1L)).toList();
	}

}

package org.parley.summary.engine.extractive;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

import org.parley.summary.engine.Draft;
import org.parley.summary.engine.Engine;
import org.parley.summary.engine.Material;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.engine.Print;
import org.parley.summary.engine.Sentence;

/**
 * Picks sentences from posts, without any model: the same posts give the same summary,
 * and all that it says is a quotation.
 */
public final class Extractive implements Engine {

	private static final String NAME = "extractive";

	private final int sentences;

	private final int posts;

	/** Takes at most so many sentences from so many posts. */
	public Extractive(int sentences, int posts) {
		this.sentences = sentences;
		this.posts = posts;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Duration patience() {
		return Duration.ofSeconds(10);
	}

	@Override
	public Draft summarize(Material material) {
		var passages = material.sample(0, this.posts);
		var candidates = Candidates.of(passages);
		if (candidates.isEmpty()) {
			throw new NothingToReadException();
		}
		var chosen = new Choice(candidates).of(this.sentences);
		var cited = new HashSet<>(chosen.stream().map(Candidate::number).toList());
		var basis = passages.stream().filter((passage) -> cited.contains(passage.number())).map(Print::of).toList();
		var quoted = chosen.stream().map((one) -> new Sentence(one.text(), List.of(one.number()))).toList();
		return new Draft(NAME, quoted, basis, passages.getLast().number());
	}

}

package org.parley.summary.engine.extractive;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

import org.parley.summary.engine.ContentFingerprint;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummaryMaterial;
import org.parley.summary.engine.SummarySentence;

/**
 * Selects sentences of the posts without a model. The result is deterministic, and each
 * sentence is a quotation.
 */
public final class ExtractiveEngine implements SummaryEngine {

	private static final String NAME = "extractive";

	private final int sentences;

	private final int posts;

	/**
	 * Creates an engine.
	 * @param sentences the maximum number of sentences
	 * @param posts the maximum number of posts to read
	 */
	public ExtractiveEngine(int sentences, int posts) {
		this.sentences = sentences;
		this.posts = posts;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Duration maxDuration() {
		return Duration.ofSeconds(10);
	}

	@Override
	public SummaryDraft summarize(SummaryMaterial summaryMaterial) {
		var passages = summaryMaterial.sample(0, this.posts);
		var candidates = SentenceSplitter.split(passages);
		if (candidates.isEmpty()) {
			throw new NothingToReadException();
		}
		var chosen = new SentenceSelection(candidates).select(this.sentences);
		var cited = new HashSet<>(chosen.stream().map(CandidateSentence::number).toList());
		var basis = passages.stream()
			.filter((passage) -> cited.contains(passage.number()))
			.map(ContentFingerprint::of)
			.toList();
		var quoted = chosen.stream()
			.map((sentence) -> new SummarySentence(sentence.text(), List.of(sentence.number())))
			.toList();
		return new SummaryDraft(NAME, quoted, basis, passages.getLast().number());
	}

}

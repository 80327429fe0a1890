package org.parley.summary.stored;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.summary.engine.ContentFingerprint;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummarySentence;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a thread comes to; one a thread.
 *
 * @param threadId of which thread
 * @param summaryId of the job that made it
 * @param draft what it says, and what it rests on
 * @param createdAt when it was made
 */
@Document("summaries")
public record Summary(@Id String threadId, String summaryId, SummaryDraft draft, Instant createdAt) {

	/** All sentences. */
	public String text() {
		return this.draft.sentences().stream().map(SummarySentence::text).collect(Collectors.joining(" "));
	}

	/** The posts that it rests on. */
	List<Integer> numbers() {
		return this.draft.basis().stream().map(ContentFingerprint::number).toList();
	}

	/** Whether all that it rests on is still as it was. */
	boolean stands(Map<Integer, String> prints) {
		return this.draft.basis().stream().allMatch((print) -> print.print().equals(prints.get(print.number())));
	}

}

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
 * The summary of a thread.
 *
 * @param summaryId the id of its job
 * @param draft the sentences and their basis
 */
@Document("summaries")
public record Summary(@Id String threadId, String summaryId, SummaryDraft draft, Instant createdAt) {

	/** Returns all sentences as one text. */
	public String text() {
		return this.draft.sentences().stream().map(SummarySentence::text).collect(Collectors.joining(" "));
	}

	/** The numbers of the posts in the basis. */
	List<Integer> basisNumbers() {
		return this.draft.basis().stream().map(ContentFingerprint::number).toList();
	}

	/** Whether the basis is unchanged. */
	boolean isCurrent(Map<Integer, String> prints) {
		return this.draft.basis().stream().allMatch((print) -> print.print().equals(prints.get(print.number())));
	}

}

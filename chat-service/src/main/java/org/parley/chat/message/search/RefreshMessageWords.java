package org.parley.chat.message.search;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageText;
import org.parley.platform.jobs.Job;
import org.parley.platform.text.markdown.Markdown;
import org.parley.platform.text.search.SearchAnalyzer;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Splits the texts of all messages again when a release splits them in another way. An
 * interrupted run is continued by the next one; otherwise a run reads one document.
 */
@Component
class RefreshMessageWords implements Job {

	private static final int BATCH = 200;

	private final MongoOperations mongo;

	private final Markdown markdown;

	RefreshMessageWords(MongoOperations mongo, Markdown markdown) {
		this.mongo = mongo;
		this.markdown = markdown;
	}

	@Override
	public String name() {
		return "refresh-message-words";
	}

	@Override
	public String schedule() {
		return "0 */10 * * * *";
	}

	@Override
	public String run() {
		var changed = 0;
		var progress = progress();
		while (!progress.isComplete()) {
			var batch = next(progress.through());
			changed += refresh(batch);
			progress = progress.after(batch);
			this.mongo.save(progress);
		}
		return "The words of %d messages were changed.".formatted(changed);
	}

	private MessageWordsProgress progress() {
		var known = this.mongo.findById(MessageWordsProgress.ONLY, MessageWordsProgress.class);
		return (known != null && known.version() == SearchAnalyzer.VERSION) ? known : MessageWordsProgress.begin();
	}

	private List<Message> next(@Nullable String after) {
		var query = (after != null) ? new Query(Criteria.where("_id").gt(after)) : new Query();
		return this.mongo.find(query.with(Sort.by("_id")).limit(BATCH), Message.class);
	}

	/** A message that was changed meanwhile has new words already. */
	private int refresh(List<Message> batch) {
		var updates = this.mongo.bulkOps(BulkMode.UNORDERED, Message.class);
		var changed = 0;
		for (var message : batch) {
			var words = words(message);
			if (!words.equals(message.words())) {
				var unchanged = Criteria.where("_id").is(message.id()).and("version").is(message.version());
				updates.updateOne(new Query(unchanged), Update.update("words", words));
				changed++;
			}
		}
		if (changed > 0) {
			updates.execute();
		}
		return changed;
	}

	private List<String> words(Message message) {
		var text = message.text();
		return (text != null) ? MessageText.of(text, this.markdown).words() : List.of();
	}

	/**
	 * How far the messages have the words of a version.
	 *
	 * @param id always {@link #ONLY}
	 * @param version the version of the analyzer
	 * @param through the id of the last message; null before the first
	 * @param isComplete whether all messages have them
	 */
	@Document("message_words")
	record MessageWordsProgress(@Id String id, int version, @Nullable String through, boolean isComplete) {

		static final String ONLY = "words";

		static MessageWordsProgress begin() {
			return new MessageWordsProgress(ONLY, SearchAnalyzer.VERSION, null, false);
		}

		MessageWordsProgress after(List<Message> batch) {
			return (batch.size() == BATCH)
					? new MessageWordsProgress(this.id, this.version, batch.getLast().id(), false)
					: new MessageWordsProgress(this.id, this.version, null, true);
		}

	}

}

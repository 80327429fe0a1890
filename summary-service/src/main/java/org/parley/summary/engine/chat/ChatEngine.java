package org.parley.summary.engine.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.summary.engine.ContentFingerprint;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummaryMaterial;
import org.parley.summary.engine.SummarySentence;
import org.parley.summary.engine.SummarySettings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Summarizes threads by a chat model. The prompt has the new posts and the model's last
 * summary. An invalid answer is requested once more.
 */
@Component
@Lazy
public class ChatEngine implements SummaryEngine {

	/** A summary with a larger basis is not extended but made from scratch. */
	private static final int MAX_BASIS = 2_000;

	private final ChatModelSettings ai;

	private final SummarySettings settings;

	private final ResilientChatClient client;

	private final TokenBudget tokenBudget;

	private final JsonMapper json;

	private final MeterRegistry meters;

	ChatEngine(ChatModelSettings ai, SummarySettings settings, TokenBudget tokenBudget, JsonMapper json,
			MeterRegistry meters) {
		this.ai = ai;
		this.settings = settings;
		this.client = new ResilientChatClient(new ChatClient(ai, json), ai, meters);
		this.tokenBudget = tokenBudget;
		this.json = json;
		this.meters = meters;
	}

	@Override
	public String name() {
		return this.ai.chatModel();
	}

	@Override
	public Duration maxDuration() {
		return this.client.maxDuration().multipliedBy(2);
	}

	@Override
	public SummaryDraft summarize(SummaryMaterial summaryMaterial) {
		var previous = summaryMaterial.previous()
			.filter((draft) -> draft.engine().equals(name()) && draft.basis().size() < MAX_BASIS)
			.orElse(null);
		var posts = summaryMaterial.sample((previous != null) ? previous.coveredThrough() : 0, this.settings.posts());
		if (posts.isEmpty()) {
			throw new NothingToReadException();
		}
		var chatQuestion = new ChatQuestion(summaryMaterial.title(), previous, posts, this.settings.sentences());
		return new SummaryDraft(name(), askTwice(chatQuestion), basis(chatQuestion, previous),
				posts.getLast().number());
	}

	private List<SummarySentence> askTwice(ChatQuestion chatQuestion) {
		try {
			return ask(chatQuestion);
		}
		catch (ChatAnswerInvalidException ex) {
			return ask(chatQuestion);
		}
	}

	private List<SummarySentence> ask(ChatQuestion chatQuestion) {
		var completion = sendWithinBudget(chatQuestion.toJson(name(), this.json));
		try {
			return ChatAnswer.parse(completion.content(), chatQuestion.numbers(), this.settings.sentences(), this.json);
		}
		catch (ChatAnswerInvalidException ex) {
			this.meters.counter("parley.ai.calls", "model", "chat", "outcome", ex.outcome()).increment();
			throw ex;
		}
	}

	/** A failed call costs nothing. An invalid answer costs the reserved tokens. */
	private ChatCompletion sendWithinBudget(ObjectNode prompt) {
		var reservation = this.tokenBudget.reserve(ChatQuestion.maxCost(prompt));
		try {
			var completion = this.client.send(prompt);
			settle(reservation, (completion.tokens() > 0) ? completion.tokens() : reservation.tokens());
			return completion;
		}
		catch (ChatProviderException | ChatQuestionRefusedException ex) {
			settle(reservation, 0);
			throw ex;
		}
		catch (ChatAnswerInvalidException ex) {
			settle(reservation, reservation.tokens());
			throw ex;
		}
	}

	private void settle(TokenBudget.Reservation reservation, long cost) {
		this.tokenBudget.settle(reservation, cost);
		this.meters.counter("parley.ai.tokens", "model", "chat").increment((double) cost);
	}

	private static List<ContentFingerprint> basis(ChatQuestion chatQuestion, @Nullable SummaryDraft previous) {
		var basis = new ArrayList<>((previous != null) ? previous.basis() : List.<ContentFingerprint>of());
		basis.removeIf((print) -> print.number() == ContentFingerprint.TITLE);
		basis.add(ContentFingerprint.ofTitle(chatQuestion.title()));
		chatQuestion.posts().stream().map(ContentFingerprint::of).forEach(basis::add);
		return List.copyOf(basis);
	}

}

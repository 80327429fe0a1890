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
 * Lets a chat model sum up. It is told the posts that are new and its last summary; what
 * it says counts only in the form that was asked for, and is asked for twice at most.
 */
@Component
@Lazy
public class ChatEngine implements SummaryEngine {

	/** A summary that rests on more is made anew. */
	private static final int LARGEST_BASIS = 2_000;

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
	public Duration patience() {
		return this.client.patience().multipliedBy(2);
	}

	@Override
	public SummaryDraft summarize(SummaryMaterial summaryMaterial) {
		var previous = summaryMaterial.previous()
			.filter((draft) -> draft.engine().equals(name()) && draft.basis().size() < LARGEST_BASIS)
			.orElse(null);
		var posts = summaryMaterial.sample((previous != null) ? previous.coveredThrough() : 0, this.settings.posts());
		if (posts.isEmpty()) {
			throw new NothingToReadException();
		}
		var chatQuestion = new ChatQuestion(summaryMaterial.title(), previous, posts, this.settings.sentences());
		return new SummaryDraft(name(), asked(chatQuestion), basis(chatQuestion, previous), posts.getLast().number());
	}

	private List<SummarySentence> asked(ChatQuestion chatQuestion) {
		try {
			return askedOnce(chatQuestion);
		}
		catch (ChatAnswerInvalidException ex) {
			return askedOnce(chatQuestion);
		}
	}

	private List<SummarySentence> askedOnce(ChatQuestion chatQuestion) {
		var request = chatQuestion.json(name(), this.json);
		var said = paid(request);
		try {
			return ChatAnswer.read(said.content(), chatQuestion.numbers(), this.settings.sentences(), this.json);
		}
		catch (ChatAnswerInvalidException ex) {
			this.meters.counter("parley.ai.calls", "model", "chat", "outcome", ex.outcome()).increment();
			throw ex;
		}
	}

	/** Nothing was spent where nobody answered; an answer of no form did cost. */
	private ChatCompletion paid(ObjectNode request) {
		var taken = this.tokenBudget.take(ChatQuestion.cost(request));
		try {
			var said = this.client.ask(request);
			settle(taken, (said.tokens() > 0) ? said.tokens() : taken.tokens());
			return said;
		}
		catch (ChatProviderException | ChatQuestionRefusedException ex) {
			settle(taken, 0);
			throw ex;
		}
		catch (ChatAnswerInvalidException ex) {
			settle(taken, taken.tokens());
			throw ex;
		}
	}

	private void settle(TokenBudget.Taken taken, long cost) {
		this.tokenBudget.settle(taken, cost);
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

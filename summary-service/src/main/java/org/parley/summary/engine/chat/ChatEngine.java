package org.parley.summary.engine.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.summary.engine.Draft;
import org.parley.summary.engine.Engine;
import org.parley.summary.engine.Material;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.engine.Print;
import org.parley.summary.engine.Sentence;
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
public class ChatEngine implements Engine {

	/** A summary that rests on more is made anew. */
	private static final int LARGEST_BASIS = 2_000;

	private final AiSettings ai;

	private final SummarySettings settings;

	private final SafeClient client;

	private final Budget budget;

	private final JsonMapper json;

	private final MeterRegistry meters;

	ChatEngine(AiSettings ai, SummarySettings settings, Budget budget, JsonMapper json, MeterRegistry meters) {
		this.ai = ai;
		this.settings = settings;
		this.client = new SafeClient(new ChatClient(ai, json), ai, meters);
		this.budget = budget;
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
	public Draft summarize(Material material) {
		var previous = material.previous()
			.filter((draft) -> draft.engine().equals(name()) && draft.basis().size() < LARGEST_BASIS)
			.orElse(null);
		var posts = material.sample((previous != null) ? previous.coveredThrough() : 0, this.settings.posts());
		if (posts.isEmpty()) {
			throw new NothingToReadException();
		}
		var question = new Question(material.title(), previous, posts, this.settings.sentences());
		return new Draft(name(), asked(question), basis(question, previous), posts.getLast().number());
	}

	private List<Sentence> asked(Question question) {
		try {
			return askedOnce(question);
		}
		catch (AnswerInvalidException ex) {
			return askedOnce(question);
		}
	}

	private List<Sentence> askedOnce(Question question) {
		var request = question.json(name(), this.json);
		var said = paid(request);
		try {
			return Answer.read(said.content(), question.numbers(), this.settings.sentences(), this.json);
		}
		catch (AnswerInvalidException ex) {
			this.meters.counter("parley.ai.calls", "model", "chat", "outcome", ex.outcome()).increment();
			throw ex;
		}
	}

	/** Nothing was spent where nobody answered; an answer of no form did cost. */
	private Said paid(ObjectNode request) {
		var taken = this.budget.take(Question.cost(request));
		try {
			var said = this.client.ask(request);
			settle(taken, (said.tokens() > 0) ? said.tokens() : taken.tokens());
			return said;
		}
		catch (ProviderException | QuestionRefusedException ex) {
			settle(taken, 0);
			throw ex;
		}
		catch (AnswerInvalidException ex) {
			settle(taken, taken.tokens());
			throw ex;
		}
	}

	private void settle(Budget.Taken taken, long cost) {
		this.budget.settle(taken, cost);
		this.meters.counter("parley.ai.tokens", "model", "chat").increment((double) cost);
	}

	private static List<Print> basis(Question question, @Nullable Draft previous) {
		var basis = new ArrayList<>((previous != null) ? previous.basis() : List.<Print>of());
		basis.removeIf((print) -> print.number() == Print.TITLE);
		basis.add(Print.ofTitle(question.title()));
		question.posts().stream().map(Print::of).forEach(basis::add);
		return List.copyOf(basis);
	}

}

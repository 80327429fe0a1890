package org.parley.summary.engine.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;
import org.parley.platform.ai.ModelBudget;
import org.parley.platform.ai.ModelCallException;
import org.parley.platform.ai.ModelCallLimits;
import org.parley.platform.ai.ModelCalls;
import org.parley.platform.ai.ModelHttpClient;
import org.parley.platform.ai.ModelProviderSettings;
import org.parley.summary.engine.ContentFingerprint;
import org.parley.summary.engine.EngineFailedException;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummaryMaterial;
import org.parley.summary.engine.SummarySentence;
import org.parley.summary.engine.SummarySettings;
import org.parley.summary.engine.chat.ChatAnswer.ChatAnswerInvalidException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Summarizes threads by a chat model. The prompt has the new posts and the model's last
 * summary. An invalid answer is requested once more. Before each attempt, the engine
 * verifies that the model may receive the thread.
 */
@Component
@Lazy
public class ChatEngine implements SummaryEngine {

	/** A summary with a larger basis is not extended but made from scratch. */
	private static final int MAX_BASIS = 2_000;

	private static final Tag PURPOSE = Tag.of("purpose", "summaries");

	private static final ModelCallLimits LIMITS = new ModelCallLimits(3, Duration.ofMillis(500), Duration.ofSeconds(5),
			Integer.MAX_VALUE, new ModelCallLimits.Circuit(20, 6, 50, Duration.ofSeconds(30)));

	private final String name;

	private final Duration maxAttempt;

	private final SummarySettings settings;

	private final ModelHttpClient http;

	private final ModelCalls calls;

	private final ModelBudget budget;

	private final JsonMapper json;

	private final MeterRegistry meters;

	ChatEngine(ModelProviderSettings provider, ChatModelSettings model, SummarySettings settings, ModelBudget budget,
			JsonMapper json, MeterRegistry meters) {
		this.name = model.chatModel();
		this.maxAttempt = provider.connectTimeout().plus(model.timeout());
		this.settings = settings;
		this.http = new ModelHttpClient(provider, model.timeout());
		this.calls = new ModelCalls(PURPOSE, LIMITS, meters);
		this.budget = budget;
		this.json = json;
		this.meters = meters;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Duration maxDuration() {
		return LIMITS.maxDuration(this.maxAttempt).multipliedBy(2);
	}

	@Override
	public SummaryDraft summarize(SummaryMaterial summaryMaterial) {
		var previous = summaryMaterial.previous()
			.filter((draft) -> draft.engine().equals(name()) && draft.basis().size() < MAX_BASIS)
			.orElse(null);
		var posts = summaryMaterial.sample((previous != null) ? previous.coveredThrough() : 0, this.settings.posts());
		if (posts.isEmpty()) {
			return Optional.ofNullable(previous).orElseThrow(NothingToReadException::new);
		}
		var chatQuestion = new ChatQuestion(summaryMaterial.title(), previous, posts, this.settings.sentences());
		return new SummaryDraft(name(), askTwice(chatQuestion, summaryMaterial), basis(chatQuestion, previous),
				posts.getLast().number());
	}

	private List<SummarySentence> askTwice(ChatQuestion chatQuestion, SummaryMaterial summaryMaterial) {
		try {
			return ask(chatQuestion, summaryMaterial);
		}
		catch (ChatAnswerInvalidException ex) {
			return ask(chatQuestion, summaryMaterial);
		}
	}

	private List<SummarySentence> ask(ChatQuestion chatQuestion, SummaryMaterial summaryMaterial) {
		var completion = send(chatQuestion.toJson(name(), this.json), summaryMaterial);
		try {
			return ChatAnswer.parse(completion.content(), chatQuestion.numbers(), this.settings.sentences(), this.json);
		}
		catch (ChatAnswerInvalidException ex) {
			this.meters.counter("parley.ai.calls", Tags.of(PURPOSE).and("outcome", ex.outcome())).increment();
			throw ex;
		}
	}

	private ChatCompletion send(ObjectNode prompt, SummaryMaterial summaryMaterial) {
		try {
			return this.calls.call(() -> {
				requirePermission(summaryMaterial);
				return sendWithinBudget(prompt);
			});
		}
		catch (ModelCallException ex) {
			throw new EngineFailedException(ex.outcome().tag(), ex);
		}
	}

	/** The exception ends all attempts, and the circuit breaker ignores it. */
	private static void requirePermission(SummaryMaterial summaryMaterial) {
		if (!summaryMaterial.isModelPermitted()) {
			throw new EngineFailedException("switched-off", null);
		}
	}

	/** A response without usage costs the highest possible number of tokens. */
	private ChatCompletion sendWithinBudget(ObjectNode prompt) {
		var highest = ChatQuestion.maxCost(prompt);
		var body = this.json.writeValueAsBytes(prompt);
		var completion = this.budget.call(highest, () -> {
			var response = ChatCompletion.parse(this.http.post("/chat/completions", body), this.json);
			return (response.tokens() > 0) ? response : new ChatCompletion(response.content(), highest);
		}, ChatCompletion::tokens);
		this.meters.counter("parley.ai.tokens", Tags.of(PURPOSE)).increment((double) completion.tokens());
		return completion;
	}

	private static List<ContentFingerprint> basis(ChatQuestion chatQuestion, @Nullable SummaryDraft previous) {
		var basis = new ArrayList<>((previous != null) ? previous.basis() : List.<ContentFingerprint>of());
		basis.removeIf((print) -> print.number() == ContentFingerprint.TITLE);
		basis.add(ContentFingerprint.ofTitle(chatQuestion.title()));
		chatQuestion.posts().stream().map(ContentFingerprint::of).forEach(basis::add);
		return List.copyOf(basis);
	}

	/**
	 * A response of the provider.
	 *
	 * @param content the content of the model's message; empty if the response has none
	 * @param tokens the used tokens of prompt and answer; 0 if unknown
	 * @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat
	 * Completions</a>
	 */
	record ChatCompletion(String content, long tokens) {

		static ChatCompletion parse(byte[] response, JsonMapper json) {
			try {
				var answer = json.readTree(response);
				return new ChatCompletion(answer.at("/choices/0/message/content").asString(""),
						Math.max(0, answer.at("/usage/total_tokens").asLong(0)));
			}
			catch (JacksonException ex) {
				return new ChatCompletion("", 0);
			}
		}

	}

}

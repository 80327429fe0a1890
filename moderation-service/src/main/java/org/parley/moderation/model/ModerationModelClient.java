package org.parley.moderation.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.ai.ModelBudget;
import org.parley.platform.ai.ModelCallException;
import org.parley.platform.ai.ModelCalls;
import org.parley.platform.ai.ModelHttpClient;
import org.parley.platform.ai.ModelProviderSettings;
import org.parley.platform.ai.TextRedactor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Calls the outside model. Failures yield an empty result and no exception.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/moderations/create">Create
 * moderation</a>
 */
@Component
public class ModerationModelClient {

	private static final Logger log = LoggerFactory.getLogger(ModerationModelClient.class);

	private final ModerationModelSettings settings;

	private final ModelProviderSettings provider;

	private final JsonMapper json;

	private final ModelBudget budget;

	private final ModelHttpClient http;

	private final ModelCalls calls;

	private final ModerationModelMetrics metrics;

	ModerationModelClient(ModerationModelSettings settings, ModelProviderSettings provider, JsonMapper json,
			ModelBudget budget, MeterRegistry meters) {
		this.settings = settings;
		this.provider = provider;
		this.json = json;
		this.budget = budget;
		this.http = new ModelHttpClient(provider, settings.readTimeout());
		this.calls = new ModelCalls(ModerationModelMetrics.PURPOSE, settings.limits(), meters);
		this.metrics = new ModerationModelMetrics(meters, this.calls.circuit());
	}

	/**
	 * Whether a model is configured, the circuit is closed and the limits allow a call,
	 * as far as this instance knows without asking.
	 */
	public boolean isReady() {
		return this.provider.isPresent() && this.budget.isOpen() && this.calls.isPermitted();
	}

	/** The name of the model; empty if none is configured. */
	public Optional<String> name() {
		return this.provider.isPresent() ? Optional.of(this.settings.moderationModel()) : Optional.empty();
	}

	/** The cost of tokens at the configured price. */
	public double cost(long tokens) {
		return this.settings.cost(tokens);
	}

	/** The longest time that a call takes with all retries. */
	public Duration maxDuration() {
		return this.settings.limits().maxDuration(this.provider.connectTimeout().plus(this.settings.readTimeout()));
	}

	/** Evaluates a text; empty if no model is configured or the call fails. */
	public Optional<ModelOpinion> evaluate(String text) {
		if (!this.provider.isPresent()) {
			return Optional.empty();
		}
		var redacted = TextRedactor.redact(text);
		try {
			return Optional.of(this.calls.call(() -> callWithinBudget(redacted)));
		}
		catch (ModelCallException ex) {
			log.atInfo().addKeyValue("outcome", ex.outcome().tag()).log("Model call failed; rules decide");
			return Optional.empty();
		}
	}

	/** No tokenizer makes more tokens than bytes. */
	private ModelOpinion callWithinBudget(String text) {
		var opinion = this.budget.call(text.getBytes(StandardCharsets.UTF_8).length,
				() -> this.metrics.time(() -> send(text)), ModelOpinion::tokens);
		this.metrics.recordAnswer(opinion.tokens(), this.settings.cost(opinion.tokens()));
		return opinion;
	}

	private ModelOpinion send(String text) {
		var body = this.json.writeValueAsBytes(Map.of("model", this.settings.moderationModel(), "input", text));
		return ModelOpinionReader.read(this.json, this.http.post("/moderations", body));
	}

}

package org.parley.moderation.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import org.parley.platform.ai.ModelBudget;
import org.parley.platform.ai.ModelCalls;
import org.parley.platform.ai.ModelHttpClient;
import org.parley.platform.ai.ModelProviderSettings;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Configures the outside models and their limits: each kind has a circuit and a budget.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ModelProviderSettings.class, ModerationModelSettings.class,
		ModerationChatSettings.class, ModelBudgetSettings.class })
class ModerationModelConfiguration {

	private final ModelProviderSettings provider;

	private final ModerationModelSettings settings;

	private final ModerationChatSettings chat;

	private final ModelBudgetSettings limits;

	ModerationModelConfiguration(ModelProviderSettings provider, ModerationModelSettings settings,
			ModerationChatSettings chat, ModelBudgetSettings limits) {
		this.provider = provider;
		this.settings = settings;
		this.chat = chat;
		this.limits = limits;
	}

	/**
	 * Without a provider there is no model; without the name of a chat model, no chat.
	 */
	@Bean
	ModerationModelClient moderationModelClient(MongoOperations mongo, InstantSource clock, JsonMapper json,
			MeterRegistry meters) {
		var callers = new EnumMap<ModelKind, ModelCaller>(ModelKind.class);
		if (this.provider.isPresent()) {
			var scores = new Tariff("moderation", this.settings.readTimeout(), this.settings.price());
			callers.put(ModelKind.MODERATION, caller(new ModerationEndpoint(this.settings.moderationModel(), json),
					scores, budget(scores, mongo, clock, meters), meters));
		}
		if (this.provider.isPresent() && !this.chat.chatModel().isBlank()) {
			var answers = new Tariff("moderation-chat", this.chat.chatReadTimeout(), this.chat.chatPrice());
			callers.put(ModelKind.CHAT, caller(new ChatEndpoint(this.chat.chatModel(), json), answers,
					budget(answers, mongo, clock, meters), meters));
		}
		return new ModerationModelClient(callers);
	}

	private ModelBudget budget(Tariff tariff, MongoOperations mongo, InstantSource clock, MeterRegistry meters) {
		return new ModelBudget(mongo, clock, this.limits.limits(tariff.purpose(), tariff.price(), longestCall(tariff)),
				meters);
	}

	private ModelCaller caller(ModelEndpoint endpoint, Tariff tariff, ModelBudget budget, MeterRegistry meters) {
		var purpose = Tag.of("purpose", tariff.purpose());
		var calls = new ModelCalls(purpose, this.settings.limits(), meters);
		var metrics = new ModerationModelMetrics(meters, purpose, tariff.price());
		return new ModelCaller(endpoint, new ModelHttpClient(this.provider, tariff.readTimeout()), calls, budget,
				metrics, this.settings.limits().maxDuration(longestCall(tariff)));
	}

	private Duration longestCall(Tariff tariff) {
		return this.provider.connectTimeout().plus(tariff.readTimeout());
	}

	/**
	 * The terms of a kind of model.
	 *
	 * @param purpose the name of its budget, its circuit and its metrics
	 * @param price the price of a million tokens
	 */
	private record Tariff(String purpose, Duration readTimeout, double price) {
	}

	/**
	 * The endpoint of models that only return scores, for all their categories.
	 *
	 * @see <a href=
	 * "https://platform.openai.com/docs/api-reference/moderations/create">Create
	 * moderation</a>
	 */
	static final class ModerationEndpoint implements ModelEndpoint {

		private final String model;

		private final JsonMapper json;

		ModerationEndpoint(String model, JsonMapper json) {
			this.model = model;
			this.json = json;
		}

		@Override
		public String path() {
			return "/moderations";
		}

		@Override
		public String model() {
			return this.model;
		}

		@Override
		public byte[] request(ModelQuestion question) {
			return this.json.writeValueAsBytes(Map.of("model", this.model, "input", question.text()));
		}

		/** No tokenizer makes more tokens than bytes. */
		@Override
		public long highestCost(ModelQuestion question, byte[] request) {
			return question.text().getBytes(StandardCharsets.UTF_8).length;
		}

		@Override
		public ModelOpinion read(ModelQuestion question, byte[] response) {
			return ModelOpinionReader.read(this.json, response);
		}

	}

}

package org.parley.platform.web;

import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;

/**
 * Configures strict JSON: unknown or repeated properties, values of another type than the
 * documented one, and trailing content are refused.
 */
final class StrictJson implements JsonMapperBuilderCustomizer {

	@Override
	public void customize(JsonMapper.Builder json) {
		json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.withCoercionConfigDefaults((all) -> all.setAcceptBlankAsEmpty(false))
			.withCoercionConfig(LogicalType.Textual,
					(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.addModule(new SimpleModule("parley-times").setDeserializerModifier(new TextTimes()));
	}

	/** Lets times and durations be read from texts only, in their ISO 8601 form. */
	private static final class TextTimes extends ValueDeserializerModifier {

		private static final long serialVersionUID = 1L;

		@Override
		public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier bean,
				ValueDeserializer<?> deserializer) {
			var isTime = "java.time".equals(bean.getBeanClass().getPackageName());
			return isTime ? new TextDeserializer(deserializer) : deserializer;
		}

	}

	/**
	 * Refuses tokens other than texts, texts of a number, which Jackson reads as seconds,
	 * and years of more than four digits, which databases cannot store.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, section
	 * 5.6</a>
	 */
	private static final class TextDeserializer extends DelegatingDeserializer {

		private static final Set<JsonToken> READ = Set.of(JsonToken.VALUE_STRING, JsonToken.VALUE_EMBEDDED_OBJECT);

		private static final Pattern REFUSED = Pattern.compile("\\s*+(?:[-+]?[\\d.]*+\\s*+|[-+]\\d++-.*)");

		TextDeserializer(ValueDeserializer<?> text) {
			super(text);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> text) {
			return new TextDeserializer(text);
		}

		@Override
		public Object deserialize(JsonParser parser, DeserializationContext context) {
			var token = parser.currentToken();
			if (!READ.contains(token)
					|| (token == JsonToken.VALUE_STRING && REFUSED.matcher(parser.getString()).matches())) {
				return context.reportInputMismatch(this, "Times are texts in the form of ISO 8601");
			}
			return super.deserialize(parser, context);
		}

	}

}

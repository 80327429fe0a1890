package org.parley.platform.web.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.Constraint;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.PropertyPlaceholderHelper;
import org.springframework.util.StringUtils;

/**
 * Says which properties of records may be null, which are written always, and what the
 * constraints of Parley demand of them, in the words of their refusals. Swagger does not
 * read the annotations of JSpecify.
 *
 * @see <a href="https://github.com/swagger-api/swagger-core/issues/4848">swagger-core
 * 4848</a>
 */
class RecordProperties implements ModelConverter {

	private static final String NULL = "null";

	private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("{", "}");

	/** The names of the properties that a response always has; never published. */
	static final String WRITTEN = "x-written";

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		var java = Json.mapper().constructType(type.getType()).getRawClass();
		var model = (schema != null) ? modelOf(schema, context) : null;
		if (java.isRecord() && model != null && model.getProperties() != null) {
			for (var component : java.getRecordComponents()) {
				model.getProperties()
					.computeIfPresent(nameOf(component), (_, property) -> described(property, component));
				if (isNullable(component)) {
					model.getProperties().computeIfPresent(nameOf(component), (_, property) -> nullable(property));
				}
			}
			model.addExtension(WRITTEN, written(java).filter(model.getProperties()::containsKey).sorted().toList());
		}
		return schema;
	}

	/** Swagger reads the constraints of Bean Validation, but not those of Parley. */
	private static Schema<?> described(Schema<?> property, RecordComponent component) {
		var told = Objects.requireNonNullElse(property.getDescription(), "");
		var demands = Stream.of(component.getAnnotations())
			.filter((annotation) -> annotation.annotationType().isAnnotationPresent(Constraint.class))
			.map(AnnotationUtils::getAnnotationAttributes)
			.map((constraint) -> PLACEHOLDERS.replacePlaceholders(String.valueOf(constraint.get("message")),
					(name) -> String.valueOf(constraint.get(name))))
			.filter((message) -> message.startsWith("must ") && !told.contains(message));
		var description = Stream.concat(Stream.of(told), demands)
			.filter(StringUtils::hasText)
			.collect(Collectors.joining("; "));
		return (property.get$ref() == null && !description.isEmpty()) ? property.description(description) : property;
	}

	/** It is unknown what other classes than records write. */
	private static Stream<String> written(Class<?> type) {
		if (!type.isRecord()) {
			return Stream.empty();
		}
		return Stream.of(type.getRecordComponents()).flatMap((component) -> {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				return isNullable(component) ? Stream.empty() : written(component.getType());
			}
			return isWritten(component) ? Stream.of(nameOf(component)) : Stream.empty();
		});
	}

	private static boolean isWritten(RecordComponent component) {
		var own = AnnotatedElementUtils.findMergedAnnotation(component.getAccessor(), JsonInclude.class);
		var inclusion = (own != null) ? own
				: AnnotatedElementUtils.findMergedAnnotation(component.getDeclaringRecord(), JsonInclude.class);
		return inclusion == null || switch (inclusion.value()) {
			case ALWAYS, USE_DEFAULTS -> true;
			case NON_NULL -> !isNullable(component);
			default -> false;
		};
	}

	private static boolean isNullable(RecordComponent component) {
		return Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NULLABLE;
	}

	private static @Nullable Schema<?> modelOf(Schema<?> schema, ModelConverterContext context) {
		var reference = schema.get$ref();
		return (reference != null)
				? context.getDefinedModels().get(Objects.requireNonNull(StringUtils.getFilename(reference))) : schema;
	}

	private static String nameOf(RecordComponent component) {
		var name = component.getAccessor().getAnnotation(JsonProperty.class);
		return (name != null && !name.value().isEmpty()) ? name.value() : component.getName();
	}

	private static Schema<?> nullable(Schema<?> property) {
		if (property.get$ref() != null) {
			return new Schema<>().addOneOfItem(property)
				.addOneOfItem(new Schema<>().types(new LinkedHashSet<>(Set.of(NULL))));
		}
		if (property.getTypes() != null) {
			property.addType(NULL);
		}
		return property;
	}

}

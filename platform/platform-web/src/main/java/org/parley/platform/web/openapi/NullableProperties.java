package org.parley.platform.web.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.util.StringUtils;

/**
 * Says which properties of records may be null. Swagger does not read the annotations of
 * JSpecify.
 *
 * @see <a href="https://github.com/swagger-api/swagger-core/issues/4848">swagger-core
 * 4848</a>
 */
class NullableProperties implements ModelConverter {

	private static final String NULL = "null";

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		var components = Json.mapper().constructType(type.getType()).getRawClass().getRecordComponents();
		var model = (schema != null) ? modelOf(schema, context) : null;
		if (components != null && model != null && model.getProperties() != null) {
			for (var component : components) {
				if (Nullness.forMethodReturnType(component.getAccessor()) == Nullness.NULLABLE) {
					model.getProperties().computeIfPresent(nameOf(component), (_, property) -> nullable(property));
				}
			}
		}
		return schema;
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
